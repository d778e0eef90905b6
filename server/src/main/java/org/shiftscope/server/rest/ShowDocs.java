package org.shiftscope.server.rest;

import io.javalin.http.Context;

/** Shows the description of the interface to a person, by Swagger UI from this server alone. */
final class ShowDocs implements DescribedHandler {

  /** Swagger UI writes styles into its elements. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>REST of Shiftscope</title>
        <link rel="stylesheet" href="ROOT/api/docs/swagger-ui.css">
        <link rel="stylesheet" href="ROOT/api/docs/docs.css">
        <link rel="icon" href="ROOT/favicon.ico">
      </head>
      <body>
        <main id="docs" data-document="ROOT/api/openapi.json">
          <noscript>This page needs JavaScript. The description is at
            <a href="ROOT/api/openapi.json">ROOT/api/openapi.json</a>.</noscript>
        </main>
        <script src="ROOT/api/docs/swagger-ui-bundle.js"></script>
        <script src="ROOT/api/docs/docs.js"></script>
      </body>
      </html>
      """;

  @Override
  public RouteDescription description() {
    return RouteDescription.named("showDocs", "Shows this description to a person")
        .answers(200, "The page", "text/html", Schemas.plain(Schemas.text()));
  }

  @Override
  public void handle(Context request) {
    request
        .header("Content-Security-Policy", POLICY)
        .html(PAGE.replace("ROOT", request.contextPath()));
  }
}
