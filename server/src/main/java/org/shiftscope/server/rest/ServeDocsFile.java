package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Serves the files of the pages of the description: those of Swagger UI, and our own. */
final class ServeDocsFile implements DescribedHandler {

  private static final String SWAGGER = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** Where each is on the class path. */
  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.css",
          webjar("swagger-ui.css"),
          "swagger-ui-bundle.js",
          webjar("swagger-ui-bundle.js"),
          "docs.css",
          "/org/shiftscope/server/rest/docs.css",
          "docs.js",
          "/org/shiftscope/server/rest/docs.js");

  private static String webjar(String file) {
    var version = new Properties();
    try (InputStream in = ServeDocsFile.class.getResourceAsStream(SWAGGER)) {
      version.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/swagger-ui/" + version.getProperty("version") + "/" + file;
  }

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getDocsFile", "Serves a file of the page of this description")
        .answers(200, "A style sheet", "text/css", Schemas.plain(Schemas.text()))
        .answers(200, "or a script", "text/javascript", Schemas.plain(Schemas.text()));
  }

  @Override
  public void handle(Context request) throws IOException {
    String name = request.pathParam("file");
    String place = FILES.get(name);
    if (place == null) {
      throw new NotFoundResponse("There is nothing at " + request.path() + ".");
    }
    try (InputStream in = ServeDocsFile.class.getResourceAsStream(place)) {
      request
          .contentType(name.endsWith(".css") ? "text/css" : "text/javascript")
          .header("Cache-Control", "max-age=3600")
          .result(in.readAllBytes());
    }
  }
}
