package org.shiftscope.server.print;

import static org.shiftscope.ui.wording.Notation.escaped;

import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.picture.DrawPicture.Drawing;
import org.shiftscope.server.picture.SvgForBatik;
import org.shiftscope.server.picture.XmlText;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;

/**
 * Writes a shared view in XSL formatting objects: A4, with a table of contents that can be clicked,
 * figures as vectors, the tables that are short enough to be read on paper, and page numbers.
 */
final class WriteFo {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String QUIET = "#536379";
  private static final String LINK = "#0a578f";

  /** What would end an address in brackets and quotes, as addresses write it. */
  private static final Map<String, String> ENDS_AN_ADDRESS =
      Map.of("'", "%27", "\"", "%22", "(", "%28", ")", "%29", "\\", "%5C");

  private static final String NOTE =
      "border-left=\"1.2mm solid "
          + LINK
          + "\" padding-left=\"3mm\" margin-left=\"1.2mm\" space-before=\"3mm\"";

  private final PrintedShare share;
  private final SharedView view;
  private final DrawPicture draw;
  private final StringBuilder out = new StringBuilder();

  private WriteFo(PrintedShare share, DrawPicture draw) {
    this.share = share;
    this.view = share.view();
    this.draw = draw;
  }

  /** To be called in turn of those who draw. */
  static MakePdf.Document of(PrintedShare share, DrawPicture draw) {
    return new MakePdf.Document(
        XmlText.of(new WriteFo(share, draw).document()),
        XmlText.of(Notation.plain(share.view().title())));
  }

  /** Text with symbols, inside of a block. */
  static String inline(String text) {
    return Notation.html(text)
        .replace("<sub>", "<fo:inline baseline-shift=\"-20%\" font-size=\"70%\">")
        .replace("<sup>", "<fo:inline baseline-shift=\"35%\" font-size=\"70%\">")
        .replace("</sub>", "</fo:inline>")
        .replace("</sup>", "</fo:inline>");
  }

  static String link(String address, String text) {
    String whole = address;
    for (Map.Entry<String, String> each : ENDS_AN_ADDRESS.entrySet()) {
      whole = whole.replace(each.getKey(), each.getValue());
    }
    return "<fo:basic-link external-destination=\"url('"
        + escaped(whole)
        + "')\" color=\""
        + LINK
        + "\">"
        + text
        + "</fo:basic-link>";
  }

  private String document() {
    out.append(
        """
        <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
          font-family="DejaVu Sans" font-size="9pt" line-height="1.45" color="#1d2b3e" xml:lang="en">
        <fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm"
          margin="13mm 16mm 9mm 16mm"><fo:region-body margin-bottom="12mm"/><fo:region-after extent="7mm"/>
        </fo:simple-page-master></fo:layout-master-set>
        """);
    bookmarks();
    out.append("<fo:page-sequence master-reference=\"a4\">");
    foot();
    out.append("<fo:flow flow-name=\"xsl-region-body\">");
    head();
    view.sections().forEach(this::section);
    restsOn();
    return out.append("<fo:block id=\"end\"/></fo:flow></fo:page-sequence></fo:root>").toString();
  }

  private void bookmarks() {
    if (view.sections().isEmpty()) {
      return;
    }
    out.append("<fo:bookmark-tree>");
    for (Section section : view.sections()) {
      out.append("<fo:bookmark internal-destination=\"").append(escaped(section.id()));
      out.append("\"><fo:bookmark-title>").append(escaped(Notation.plain(section.title())));
      out.append("</fo:bookmark-title></fo:bookmark>");
    }
    out.append("</fo:bookmark-tree>");
  }

  private void foot() {
    out.append(
        """
        <fo:static-content flow-name="xsl-region-after" role="artifact"><fo:block font-size="7.5pt" color="%s"
          border-top="0.4pt solid #dde3ea" padding-top="1.5mm" text-align-last="justify">%s<fo:leader/>\
        <fo:page-number/> of <fo:page-number-citation ref-id="end"/></fo:block></fo:static-content>
        """
            .formatted(QUIET, link(share.page(), inline(view.title()))));
  }

  private void head() {
    quiet("Shiftscope · frozen view", "");
    block("font-size=\"17pt\" font-weight=\"bold\" line-height=\"1.25\"", inline(view.title()));
    quiet(inline(view.line()), "space-before=\"1mm\"");
    quiet(
        "Frozen on "
            + FormatTime.exact(view.made(), UTC)
            + view.author().map(author -> " by " + escaped(author)).orElse("")
            + " with Shiftscope "
            + escaped(view.product())
            + (view.commit().isEmpty() ? "" : " (commit " + escaped(view.commit()) + ")")
            + ". What happened since does not show here."
            + share
                .expires()
                .map(end -> " Its link ends on " + FormatTime.exact(end, UTC) + ".")
                .orElse(""),
        "");
    if (!view.asOf().isEmpty()) {
      remark(view.asOf());
    }
    if (!view.markdown().isEmpty()) {
      block(NOTE, WriteFoNote.of(view.markdown()));
    } else if (!view.note().isEmpty()) {
      block(NOTE + " linefeed-treatment=\"preserve\"", escaped(view.note()));
    }
    block(
        "space-before=\"3mm\"",
        view.sections().stream()
            .map(
                each ->
                    "<fo:basic-link internal-destination=\""
                        + escaped(each.id())
                        + "\" color=\""
                        + LINK
                        + "\">"
                        + inline(each.title())
                        + "</fo:basic-link>")
            .collect(Collectors.joining(" · ")));
  }

  private void section(Section section) {
    heading(section.id(), inline(section.title()));
    sentences(section);
    section.remarks().forEach(this::remark);
    section.figures().forEach(this::figure);
    section.tables().forEach(table -> out.append(WriteFoTable.of(table, share.own())));
    if (!section.text().isEmpty()) {
      quiet("As JSON: in " + link(share.own() + "data", "the file of this view") + ".", "");
    }
  }

  private void sentences(Section section) {
    if (!view.leads(section)) {
      section.sentences().forEach(each -> block("space-after=\"1.5mm\"", inline(each)));
      return;
    }
    block("font-weight=\"bold\" space-after=\"1.5mm\"", inline(section.sentences().getFirst()));
    section.sentences().stream()
        .skip(1)
        .forEach(
            each ->
                block(
                    "margin-left=\"4mm\" text-indent=\"-3mm\" space-after=\"0.8mm\"",
                    "• " + inline(each)));
  }

  private void figure(SharedFigure figure) {
    out.append("<fo:block keep-together.within-page=\"always\" space-before=\"4mm\">");
    if (!figure.formula().isEmpty()) {
      quiet("LaTeX: " + escaped(WriteFoTable.breakable(figure.formula())), "");
    }
    var drawing = new Drawing(figure.option(), Notation.chart(figure.title()), figure.square());
    if (drawing.isTooLarge()) {
      block("font-weight=\"bold\"", inline(figure.title()));
      quiet("It has too many points to be drawn here.", "");
    } else {
      out.append("<fo:block><fo:instream-foreign-object scaling=\"uniform\" content-width=\"");
      out.append(figure.square() ? "110mm" : "150mm").append("\" fox:alt-text=\"");
      out.append(escaped(Notation.plain(figure.title()))).append("\">");
      out.append(SvgForBatik.of(draw.svg(drawing)));
      out.append("</fo:instream-foreign-object></fo:block>");
    }
    quiet(inline(figure.sentence()), "");
    out.append("</fo:block>").append(WriteFoTable.of(figure.numbers(), share.own()));
  }

  private void restsOn() {
    heading("rests-on", "What this view rests on");
    block(
        "",
        view.experiments().stream()
                .map(each -> "“" + escaped(each.title()) + "” (" + escaped(each.id()) + ")")
                .collect(Collectors.joining(", "))
            + ". "
            + link(share.page(), "This view in a browser")
            + ", and "
            + link(share.own() + "data", "specs, results and this view (JSON)")
            + ". The SHA-256 of that file is");
    block("font-size=\"8pt\" space-before=\"1mm\"", escaped(share.sha256()));
    quiet("To check it: sha256sum of the file as it was downloaded.", "");
  }

  private void heading(String id, String title) {
    block(
        "id=\""
            + escaped(id)
            + "\" role=\"H2\" font-size=\"12.5pt\" font-weight=\"bold\" space-before=\"7mm\""
            + " space-after=\"2mm\" keep-with-next.within-page=\"always\"",
        title);
  }

  private void remark(String text) {
    block("background-color=\"#fdf3dc\" padding=\"1.5mm 3mm\" margin=\"1mm 3mm\"", inline(text));
  }

  private void quiet(String content, String attributes) {
    block("color=\"" + QUIET + "\" font-size=\"8pt\" " + attributes, content);
  }

  private void block(String attributes, String content) {
    out.append("<fo:block ").append(attributes).append('>').append(content).append("</fo:block>\n");
  }
}
