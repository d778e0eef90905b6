package org.shiftscope.server.signin;

import static org.shiftscope.ui.wording.Notation.escaped;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Writes a page with one form. Nothing in it is a script, and nothing comes from elsewhere. */
final class WritePage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%s · Shiftscope</title>
      <link rel="icon" href="shiftscope/icon.svg">
      <link rel="stylesheet" href="shiftscope/sign-in.css">
      </head>
      <body>
      <main>
      <img src="shiftscope/icon.svg" alt="" width="40" height="40">
      <h1>%s</h1>
      %s
      %s
      </main>
      </body>
      </html>
      """;

  private WritePage() {}

  /**
   * Answers with a page.
   *
   * @param problem what went wrong just now, where something did
   * @param content HTML
   */
  static void to(
      Context request, HttpStatus status, String title, Optional<String> problem, String content) {
    String told =
        problem
            .map(text -> "<p class=\"problem\" role=\"alert\">" + escaped(text) + "</p>")
            .orElse("");
    request
        .status(status)
        .header("Cache-Control", "no-store")
        .html(PAGE.formatted(escaped(title), escaped(title), told, content));
  }

  /** A field with its label. */
  static String field(String label, String name, String type, String autocomplete, String value) {
    return """
    <label>%s<input name="%s" type="%s" autocomplete="%s" value="%s" required%s></label>
    """
        .formatted(
            label,
            name,
            type,
            autocomplete,
            escaped(value),
            type.equals("password")
                ? ""
                : " autocapitalize=\"none\" spellcheck=\"false\" autofocus");
  }

  /** A field that says whose it is, also to what keeps passwords. */
  static String fixed(String label, String name, String autocomplete, String value) {
    return """
    <label>%s<input name="%s" autocomplete="%s" value="%s" readonly></label>
    """
        .formatted(label, name, autocomplete, escaped(value));
  }

  static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, escaped(value));
  }
}
