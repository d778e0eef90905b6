package org.shiftscope.ui.sharedview;

import static org.shiftscope.ui.wording.Notation.escaped;
import static org.shiftscope.ui.wording.Notation.html;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.RenderNote;

/**
 * Writes a shared view as a page of HTML that needs nothing else to be read: tables stand in it,
 * and a script draws charts over them where a browser runs it. Whatever a person wrote is escaped,
 * or Markdown that can do nothing.
 */
public final class WriteSharedPage {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final PageFacts facts;
  private final SharedView view;

  private WriteSharedPage(PageFacts facts) {
    this.facts = facts;
    this.view = facts.view();
  }

  /** The whole page. */
  public static String whole(PageFacts facts) {
    return new WriteSharedPage(facts).whole();
  }

  /** All of it to be shown inside another page. */
  public static String embedded(PageFacts facts) {
    return new WriteSharedPage(facts).embedded(facts.view().sections().stream());
  }

  /** One figure to be shown inside another page; empty where there is none of that name. */
  public static Optional<String> embedded(PageFacts facts, String figure) {
    return facts.view().figures().stream()
        .filter(each -> each.id().equals(figure))
        .findFirst()
        .map(each -> new WriteSharedPage(facts).embedded(each));
  }

  /** What stands where a link opens nothing, whatever the reason. */
  public static String nothing(PageFacts.Addresses addresses) {
    return head("Nothing is shared here", addresses)
        + """
          <body class="nothing"><main><h1>Nothing is shared here</h1>
          <p>The link may be mistyped, or it has ended: links can expire, and who shared something can take it back. Ask \
          whoever gave it to you for a new one.</p></main></body></html>
          """;
  }

  private String whole() {
    return head(Notation.plain(view.title()), facts.addresses())
        + "<body><a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header class=\"top\">"
        + "<p class=\"brand\">Shiftscope<span> · frozen view</span></p><h1>"
        + html(view.title())
        + "</h1><p class=\"quiet\">"
        + html(view.line())
        + "</p>"
        + made()
        + asOf()
        + note()
        + contents()
        + pdf()
        + "</header>\n<main id=\"content\">"
        + view.sections().stream().map(this::section).collect(Collectors.joining())
        + "</main>\n"
        + foot()
        + "</body></html>\n";
  }

  private static String head(String title, PageFacts.Addresses addresses) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%s · Shiftscope</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow, noarchive"><meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark"><link rel="icon" type="image/svg+xml" href="%s">
        %s%s</head>
        """
        .formatted(
            escaped(title),
            escaped(addresses.icon()),
            addresses.style().isEmpty()
                ? ""
                : "<link rel=\"stylesheet\" href=\"" + escaped(addresses.style()) + "\">",
            addresses.script().isEmpty()
                ? ""
                : "<script defer src=\"" + escaped(addresses.script()) + "\"></script>");
  }

  private String made() {
    return "<p class=\"quiet\">Frozen on "
        + time(view.made())
        + view.author().map(author -> " by " + escaped(author)).orElse("")
        + " with Shiftscope "
        + escaped(view.product())
        + commit()
        + ". What happened since does not show here."
        + facts.expires().map(end -> " This link ends on " + time(end) + ".").orElse("")
        + "</p>";
  }

  private String commit() {
    return view.commit().isEmpty() || view.commit().equals("unknown")
        ? ""
        : " (commit <code>" + escaped(view.commit()) + "</code>)";
  }

  private static String time(Instant at) {
    return "<time datetime=\"" + at + "\">" + FormatTime.exact(at, UTC) + "</time>";
  }

  private String asOf() {
    return view.asOf().isEmpty() ? "" : "<p class=\"remark\">" + html(view.asOf()) + "</p>";
  }

  private String note() {
    if (!view.markdown().isEmpty()) {
      return "<blockquote class=\"note-text\">"
          + RenderNote.html(view.markdown())
          + "</blockquote>";
    }
    return view.note().isEmpty()
        ? ""
        : "<blockquote class=\"note\">" + escaped(view.note()) + "</blockquote>";
  }

  private String contents() {
    return view.sections().stream()
        .map(each -> "<a href=\"#" + escaped(each.id()) + "\">" + html(each.title()) + "</a>")
        .collect(
            Collectors.joining("\n", "<nav class=\"contents\" aria-label=\"Contents\">", "</nav>"));
  }

  /** A build that has no script for the page has none for the PDF's figures. */
  private String pdf() {
    return facts.addresses().script().isEmpty()
        ? ""
        : "<p class=\"tools\"><a href=\""
            + escaped(facts.addresses().own())
            + "pdf\" download>PDF</a></p>";
  }

  private String section(Section section) {
    var html = new StringBuilder();
    String id = escaped(section.id());
    html.append("<section id=\"").append(id).append("\" aria-labelledby=\"title-").append(id);
    html.append("\">\n<h2 id=\"title-").append(id).append("\">");
    html.append(html(section.title())).append("</h2>\n");
    html.append(sentences(section));
    section
        .remarks()
        .forEach(each -> html.append("<p class=\"remark\">").append(html(each)).append("</p>\n"));
    if (!section.figures().isEmpty()) {
      html.append("<div class=\"figures\">");
      section.figures().forEach(each -> html.append(figure(each)));
      html.append("</div>\n");
    }
    section.tables().forEach(each -> html.append(WriteTable.block(each, facts.addresses())));
    if (!section.text().isEmpty()) {
      html.append("<details class=\"text\"><summary>As JSON</summary><pre tabindex=\"0\">");
      html.append(escaped(section.text())).append("</pre></details>\n");
    }
    return html.append("</section>\n").toString();
  }

  private String sentences(Section section) {
    if (!view.leads(section)) {
      return elements("p", section.sentences());
    }
    List<String> all = section.sentences();
    return "<p class=\"lead\">"
        + html(all.getFirst())
        + "</p>\n<ul>\n"
        + elements("li", all.subList(1, all.size()))
        + "</ul>\n";
  }

  private static String elements(String name, List<String> texts) {
    return texts.stream()
        .map(each -> "<" + name + ">" + html(each) + "</" + name + ">\n")
        .collect(Collectors.joining());
  }

  private String figure(SharedFigure figure) {
    return WriteFigure.of(figure, facts.addresses());
  }

  private String foot() {
    return """
        <footer><h2>What this view rests on</h2>
        <p>%s. <a href="%sdata" download>Specs, results and this view (JSON)</a>, and \
        <a href="%s">this view alone</a>. The SHA-256 of the first file is</p>
        <p class="hash" id="sha256"><code>%s</code></p>
        <p class="quiet">To check it: <code>sha256sum</code> of the file as it was downloaded.</p></footer>
        """
        .formatted(
            view.experiments().stream()
                .map(each -> "“" + escaped(each.title()) + "” (" + escaped(each.id()) + ")")
                .collect(Collectors.joining(", ")),
            escaped(facts.addresses().own()),
            escaped(facts.addresses().json()),
            escaped(facts.sha256()));
  }

  private String embedded(java.util.stream.Stream<Section> sections) {
    return embeddedBody(sections.map(this::section).collect(Collectors.joining()));
  }

  private String embedded(SharedFigure figure) {
    return embeddedBody(figure(figure));
  }

  private String embeddedBody(String content) {
    return head(Notation.plain(view.title()), facts.addresses())
        + "<body class=\"embedded\"><main>"
        + content
        + "</main><footer><p class=\"quiet\"><a href=\""
        + escaped(facts.addresses().whole())
        + "\" target=\"_blank\" rel=\"noopener noreferrer\">"
        + html(view.title())
        + "</a> · frozen on "
        + time(view.made())
        + " · Shiftscope "
        + escaped(view.product())
        + "</p></footer></body></html>\n";
  }
}
