package org.shiftscope.server.rest;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the OpenAPI document of the routes that are registered, which describe themselves. */
final class DescribeApi {

  static final String OPENAPI = "3.1.1";

  /** Of the interface; raised where something that programs rely on changes or goes. */
  static final String VERSION = "1.0.0";

  private static final Set<HandlerType> AROUND =
      Set.of(
          HandlerType.BEFORE,
          HandlerType.BEFORE_MATCHED,
          HandlerType.AFTER,
          HandlerType.AFTER_MATCHED,
          HandlerType.WEBSOCKET_BEFORE_UPGRADE,
          HandlerType.WEBSOCKET_AFTER_UPGRADE);

  private static final String DESCRIPTION =
      """
      Submit specs, follow experiments, and read what they found.

      Every error is a problem as in RFC 9457 (application/problem+json): its type is the address of a page on
      this server that explains it, and its problems name each field that is wrong, the law and the value.

      A request to submit may carry an Idempotency-Key: sent again with the same body within 24 hours, it is
      answered with the same experiment.

      Lists of numbers hold null for what is not finite. Answers may get more fields: pass over what you do
      not know.
      """;

  private DescribeApi() {}

  /** Whether an endpoint is a route of REST: no page, and nothing that runs around routes. */
  static boolean isRoute(Endpoint endpoint) {
    return !AROUND.contains(endpoint.method) && endpoint.path.startsWith("/api/");
  }

  /**
   * The document.
   *
   * @param endpoints all that are registered; routes that do not describe themselves are left out
   */
  static ObjectNode document(List<Endpoint> endpoints) {
    var all = new SchemaDefinitions();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("openapi", OPENAPI);
    json.putObject("info")
        .put("title", "Shiftscope")
        .put("version", VERSION)
        .put("summary", "Measures whether low-curvature minima generalise better.")
        .put("description", DESCRIPTION)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    ObjectNode paths = json.putObject("paths");
    endpoints.stream().filter(DescribeApi::isRoute).forEach(endpoint -> add(paths, endpoint, all));
    ObjectNode components = json.putObject("components");
    ProblemSchemas.describe(components.putObject("responses").putObject("Problem"), all);
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token of an account; not needed where the server is open.");
    all.schemas().forEach(components.putObject("schemas")::set);
    json.putArray("security").addObject().putArray("token");
    json.withArray("security").addObject();
    return json;
  }

  private static void add(ObjectNode paths, Endpoint endpoint, SchemaDefinitions all) {
    if (!(endpoint.handler instanceof DescribedHandler described)) {
      return;
    }
    ObjectNode path = paths.withObjectProperty(endpoint.path);
    if (!path.has("parameters") && endpoint.path.contains("{")) {
      path.set("parameters", PathParameters.of(endpoint.path));
    }
    path.set(
        endpoint.method.name().toLowerCase(Locale.ROOT),
        described.description().json(tag(endpoint.path), all));
  }

  /** The first word after {@code /api}. */
  private static String tag(String path) {
    return path.split("/")[2].replaceAll("\\..*", "");
  }
}
