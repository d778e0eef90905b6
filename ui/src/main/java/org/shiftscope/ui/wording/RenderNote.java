package org.shiftscope.ui.wording;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Makes HTML of a note's Markdown (CommonMark, with tables) that does nothing but show text: HTML
 * in it is shown as it was typed, links lead to http, https and mailto alone, and a picture is a
 * link to it, so that nobody hears who reads the note.
 */
public final class RenderNote {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /** Of quotes, lists and their items in one another; what is deeper is text. */
  private static final int DEEPEST_BLOCKS = 32;

  /** Of emphasis and pictures in one another likewise. */
  private static final int DEEPEST_INLINE = 16;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST_BLOCKS)
          .maxInlineNesting(DEEPEST_INLINE)
          .build();
  private static final UrlSanitizer ADDRESSES =
      new DefaultUrlSanitizer(List.of("http", "https", "mailto"));
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(ADDRESSES)
          .softbreak("<br>\n")
          .build();

  private RenderNote() {}

  /** Some blocks of HTML; empty where there is no text. */
  public static String html(String markdown) {
    return RENDERER.render(parse(markdown));
  }

  /** What is shown, for who writes it in another form: links in place of pictures. */
  public static Node parse(String markdown) {
    Node note = PARSER.parse(markdown);
    note.accept(new PicturesAsLinks());
    return note;
  }

  /** Where a link leads; empty where nobody should follow it. */
  public static String address(Link link) {
    return ADDRESSES.sanitizeLinkUrl(link.getDestination());
  }

  private static final class PicturesAsLinks extends AbstractVisitor {

    @Override
    public void visit(Image image) {
      visitChildren(image);
      var link = new Link(image.getDestination(), image.getTitle());
      Node child = image.getFirstChild();
      if (child == null) {
        link.appendChild(new Text(image.getDestination()));
      }
      while (child != null) {
        Node next = child.getNext();
        link.appendChild(child);
        child = next;
      }
      image.insertBefore(link);
      image.unlink();
    }
  }
}
