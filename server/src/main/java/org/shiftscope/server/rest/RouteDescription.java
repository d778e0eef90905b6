package org.shiftscope.server.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.problem.ProblemDetails;
import org.shiftscope.server.problem.ProblemType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a route does, takes and answers, in the words of OpenAPI. Begin with {@link #named}; all
 * others give the same with more. Parameters in the path are described once for all routes, in
 * {@link PathParameters}, and every route may answer with {@link ProblemDetails}.
 */
final class RouteDescription {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String JSON = "application/json";

  private final String id;
  private final String summary;
  private final List<Part> parts = new ArrayList<>();

  private RouteDescription(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /**
   * Begins.
   *
   * @param id a name of its own, a verb first: {@code listExperiments}
   * @param summary what it does, without a full stop at the end
   */
  static RouteDescription named(String id, String summary) {
    return new RouteDescription(id, summary);
  }

  /** Says more. */
  RouteDescription says(String description) {
    return with((json, all) -> json.put("description", description));
  }

  /** Takes a parameter of the query that may be left out. */
  RouteDescription query(String name, ObjectNode schema, String description) {
    return with((json, all) -> parameter(json, "query", name, schema, description));
  }

  /** Takes a parameter of the query that must be given. */
  RouteDescription requires(String name, ObjectNode schema, String description) {
    return with(
        (json, all) -> parameter(json, "query", name, schema, description).put("required", true));
  }

  /** Takes a header that may be left out. */
  RouteDescription header(String name, ObjectNode schema, String description) {
    return with((json, all) -> parameter(json, "header", name, schema, description));
  }

  /** Takes JSON as its body. */
  RouteDescription takes(Function<SchemaDefinitions, ObjectNode> schema, String description) {
    return with(
        (json, all) -> {
          ObjectNode body = json.putObject("requestBody");
          body.put("description", description).put("required", true);
          body.putObject("content").putObject(JSON).set("schema", schema.apply(all));
        });
  }

  /** Takes something else than JSON as its body. */
  RouteDescription takesBytes(String contentType, String description) {
    return with(
        (json, all) -> {
          ObjectNode body = json.putObject("requestBody");
          body.put("description", description).put("required", true);
          body.putObject("content")
              .putObject(contentType)
              .set("schema", Schemas.text().put("format", "binary"));
        });
  }

  /** Answers with JSON. */
  RouteDescription answers(
      int status, String description, Function<SchemaDefinitions, ObjectNode> schema) {
    return answers(status, description, JSON, schema);
  }

  /** Answers with something else than JSON. */
  RouteDescription answers(
      int status,
      String description,
      String contentType,
      Function<SchemaDefinitions, ObjectNode> schema) {
    return with(
        (json, all) ->
            answer(json, status, description)
                .withObjectProperty("content")
                .putObject(contentType)
                .set("schema", schema.apply(all)));
  }

  /** Answers without a body. */
  RouteDescription answers(int status, String description) {
    return with((json, all) -> answer(json, status, description));
  }

  /** The answer of a status has a header. */
  RouteDescription withHeader(int status, String name, String description) {
    return with(
        (json, all) -> {
          ObjectNode header = answer(json, status).withObjectProperty("headers").putObject(name);
          header.put("description", description).putObject("schema").put("type", "string");
        });
  }

  /** Answers with a problem in a case that is worth saying. */
  RouteDescription refuses(ProblemType type, String when) {
    return with(
        (json, all) ->
            answer(json, type.status(), when)
                .withObjectProperty("content")
                .putObject(ProblemDetails.CONTENT_TYPE)
                .set("schema", ProblemSchemas.schema(all)));
  }

  private static ObjectNode parameter(
      ObjectNode json, String in, String name, ObjectNode schema, String description) {
    ObjectNode parameter = json.withArray("parameters").addObject();
    parameter.put("name", name).put("in", in).put("description", description);
    parameter.set("schema", schema);
    return parameter;
  }

  private static ObjectNode answer(ObjectNode json, int status, String description) {
    ObjectNode answer = answer(json, status);
    String before = answer.path("description").asString("");
    return answer.put("description", before.isEmpty() ? description : before + " " + description);
  }

  private static ObjectNode answer(ObjectNode json, int status) {
    return json.withObjectProperty("responses").withObjectProperty(Integer.toString(status));
  }

  private RouteDescription with(Part part) {
    var more = new RouteDescription(id, summary);
    more.parts.addAll(parts);
    more.parts.add(part);
    return more;
  }

  String id() {
    return id;
  }

  /**
   * The operation object of the document.
   *
   * @param tag its group
   * @param all gets the schemas that it refers to
   */
  ObjectNode json(String tag, SchemaDefinitions all) {
    ObjectNode json = NODES.objectNode().put("operationId", id).put("summary", summary);
    json.putArray("tags").add(tag);
    parts.forEach(part -> part.addTo(json, all));
    json.withObjectProperty("responses")
        .putObject("default")
        .put("$ref", "#/components/responses/Problem");
    return json;
  }

  /** A part of the description. */
  private interface Part {
    void addTo(ObjectNode json, SchemaDefinitions all);
  }
}
