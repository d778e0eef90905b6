package org.shiftscope.server.rest;

import static org.shiftscope.ui.wording.Notation.escaped;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.server.problem.ProblemType;

/** Writes the pages that explain kinds of problems: what the {@code type} of an error leads to. */
final class WriteProblemPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <link rel="stylesheet" href="%2$s/api/docs/docs.css">
        <link rel="icon" href="%2$s/favicon.ico">
      </head>
      <body>
        <main class="problems">
          <h1>%1$s</h1>
          %3$s
          <p><a href="%2$s/api/problems">All problems</a> · <a href="%2$s/api/docs">REST</a></p>
        </main>
      </body>
      </html>
      """;

  private WriteProblemPage() {}

  /** Answers a request with a page of its own title about some kinds of problems. */
  static void answer(Context request, String title, List<ProblemType> problems) {
    String root = request.contextPath();
    String body =
        problems.stream().map(each -> section(root, each)).collect(Collectors.joining("\n"));
    request
        .header("Content-Security-Policy", POLICY)
        .html(PAGE.formatted(escaped(title), root, body));
  }

  private static String section(String root, ProblemType problem) {
    return """
    <section>
      <h2><a href="%s%s">%s</a></h2>
      <p>HTTP status %d, <code>%2$s</code></p>
      <p>%s</p>
    </section>
    """
        .formatted(
            root,
            problem.path(),
            escaped(problem.title()),
            problem.status(),
            escaped(problem.explanation()));
  }
}
