package org.shiftscope.server.print;

import static org.shiftscope.ui.wording.Notation.escaped;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.shiftscope.ui.wording.RenderNote;

/**
 * Writes a note's Markdown in XSL formatting objects, as {@link RenderNote} writes it in HTML. The
 * one font that comes along has no italics: what is emphasised is underlined.
 */
final class WriteFoNote extends AbstractVisitor {

  private static final String SHADED = "background-color=\"#eef2f6\"";
  private static final String APART = "space-before=\"1.5mm\"";

  /** Quotes and lists in one another; what is deeper has no width left to be set in. */
  private static final int DEEPEST = 6;

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private WriteFoNote() {}

  /** Some blocks; empty where there is no text. */
  static String of(String markdown) {
    var note = new WriteFoNote();
    RenderNote.parse(markdown).accept(note);
    return note.out.toString();
  }

  @Override
  public void visit(Paragraph paragraph) {
    within("block", APART, paragraph);
  }

  @Override
  public void visit(Heading heading) {
    within("block", APART + " font-weight=\"bold\"", heading);
  }

  @Override
  public void visit(BlockQuote quote) {
    depth++;
    String indent = depth > DEEPEST ? "" : " margin-left=\"4mm\"";
    within("block", APART + indent + " color=\"#536379\"", quote);
    depth--;
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    items(list, first == null ? 1 : first);
  }

  /** Numbered from the first on; with dots where that is 0. */
  private void items(ListBlock list, int first) {
    depth++;
    boolean flat = depth > DEEPEST;
    if (!flat) {
      out.append("<fo:list-block provisional-distance-between-starts=\"6mm\" ").append(APART);
      out.append(" provisional-label-separation=\"1mm\">");
    }
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String label = first == 0 ? "•" : number++ + ".";
      if (flat) {
        within("block", "", label + " ", item);
      } else {
        out.append("<fo:list-item><fo:list-item-label end-indent=\"label-end()\"><fo:block>");
        out.append(label).append("</fo:block></fo:list-item-label>");
        out.append("<fo:list-item-body start-indent=\"body-start()\">");
        within("block", "", item);
        out.append("</fo:list-item-body></fo:list-item>");
      }
    }
    if (!flat) {
      out.append("</fo:list-block>");
    }
    depth--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    verbatim(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    verbatim(code.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    verbatim(html.getLiteral());
  }

  private void verbatim(String text) {
    out.append("<fo:block ").append(SHADED).append(' ').append(APART).append(" padding=\"1mm\"");
    out.append(" linefeed-treatment=\"preserve\" white-space-treatment=\"preserve\"");
    out.append(" white-space-collapse=\"false\">").append(escaped(text.stripTrailing()));
    out.append("</fo:block>");
  }

  @Override
  public void visit(ThematicBreak line) {
    out.append("<fo:block border-top=\"0.4pt solid #dde3ea\" ").append(APART).append("/>");
  }

  @Override
  public void visit(Text text) {
    out.append(escaped(text.getLiteral()));
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(escaped(html.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    out.append("<fo:inline ").append(SHADED).append('>').append(escaped(code.getLiteral()));
    out.append("</fo:inline>");
  }

  @Override
  public void visit(Emphasis emphasis) {
    within("inline", "text-decoration=\"underline\"", emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    within("inline", "font-weight=\"bold\"", emphasis);
  }

  @Override
  public void visit(Link link) {
    String address = RenderNote.address(link);
    if (address.isEmpty()) {
      visitChildren(link);
    } else {
      var text = new WriteFoNote();
      text.visitChildren(link);
      out.append(WriteFo.link(address, text.out.toString()));
    }
  }

  @Override
  public void visit(SoftLineBreak line) {
    out.append("<fo:block/>");
  }

  @Override
  public void visit(HardLineBreak line) {
    out.append("<fo:block/>");
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      out.append("<fo:table table-layout=\"fixed\" width=\"100%\" ").append(APART).append('>');
      within("table-body", "", block);
      out.append("</fo:table>");
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case TableRow row -> within("table-row", "", row);
      case TableCell cell -> {
        out.append("<fo:table-cell border=\"0.4pt solid #dde3ea\" padding=\"0.8mm\">");
        within("block", cell.isHeader() ? "font-weight=\"bold\"" : "", cell);
        out.append("</fo:table-cell>");
      }
      default -> visitChildren(node);
    }
  }

  private void within(String object, String attributes, Node node) {
    within(object, attributes, "", node);
  }

  private void within(String object, String attributes, String before, Node node) {
    out.append("<fo:").append(object).append(' ').append(attributes).append('>').append(before);
    visitChildren(node);
    out.append("</fo:").append(object).append('>');
  }
}
