package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as RFC 9457 has it, with {@code problems}: each field that is wrong, its law and its
 * value.
 *
 * @param status the HTTP status
 * @param type its kind; empty for a status that has none of its own: {@code about:blank}
 * @param detail what happened and what to do, a sentence
 * @param problems the fields that are wrong; empty where no field is to blame
 */
record ProblemDetails(
    int status, Optional<ProblemType> type, String detail, List<FieldProblem> problems) {

  static final String CONTENT_TYPE = "application/problem+json";

  ProblemDetails {
    problems = List.copyOf(problems);
  }

  /** One of a kind, with nothing to say of single fields. */
  static ProblemDetails of(ProblemType type, String detail) {
    return new ProblemDetails(type.status(), Optional.of(type), detail, List.of());
  }

  /** One of an HTTP status. */
  static ProblemDetails ofStatus(int status, String detail) {
    return new ProblemDetails(status, ProblemType.ofStatus(status), detail, List.of());
  }

  ProblemDetails with(List<FieldProblem> told) {
    return new ProblemDetails(status, type, detail, told);
  }

  /** Answers a request with it. */
  void answer(Context request) {
    request
        .status(status)
        .contentType(CONTENT_TYPE)
        .result(json(request.contextPath(), Optional.of(request.path())).toString());
  }

  /**
   * Its JSON.
   *
   * @param root where the server's addresses begin; most often empty
   * @param instance what was asked, where that is known
   */
  ObjectNode json(String root, Optional<String> instance) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", type.map(known -> root + known.path()).orElse("about:blank"))
            .put(
                "title",
                type.map(ProblemType::title)
                    .orElseGet(() -> HttpStatus.forStatus(status).getMessage()))
            .put("status", status)
            .put("detail", detail);
    instance.ifPresent(asked -> json.put("instance", asked));
    ArrayNode each = json.putArray("problems");
    problems.forEach(problem -> each.add(problem.json()));
    return json;
  }

  /** Describes the answer that any route may give. */
  static void describe(ObjectNode response, SchemaDefinitions all) {
    response.put("description", "An error, as RFC 9457 has it");
    response.putObject("content").putObject(CONTENT_TYPE).set("schema", schema(all));
  }

  /** The schema of its JSON. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "ProblemDetails",
        () ->
            Schemas.object("An error, as RFC 9457 has it.")
                .field(
                    "type",
                    Schemas.text().put("format", "uri-reference"),
                    "The kind of the error: the address of a page that explains it")
                .field("title", Schemas.text(), "The kind of the error, for a person")
                .field("status", Schemas.integer(), "The HTTP status")
                .field("detail", Schemas.text(), "What happened and what to do")
                .option("instance", Schemas.text(), "What was asked")
                .field(
                    "problems",
                    Schemas.listOf(FieldProblem.schema(all)),
                    "Each field that is wrong, all at once; empty where no field is to blame")
                .end());
  }

  /**
   * A field that is wrong.
   *
   * @param message the whole as a sentence
   */
  record FieldProblem(String field, String law, String value, String message) {

    static FieldProblem of(Problem problem) {
      return new FieldProblem(problem.field(), problem.law(), problem.value(), problem.message());
    }

    private static ObjectNode schema(SchemaDefinitions all) {
      return all.refer(
          "FieldProblem",
          () ->
              Schemas.object("A field that is wrong.")
                  .field(
                      "field",
                      Schemas.text(),
                      "Its path from the root of the spec, sgd.batchSize or temperatures[2]; empty"
                          + " for the whole")
                  .field(
                      "law", Schemas.text(), "What it must satisfy, a phrase that follows its name")
                  .field("value", Schemas.text(), "The value given; empty where there was none")
                  .field("message", Schemas.text(), "The whole as a sentence")
                  .end());
    }

    private ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("field", field)
          .put("law", law)
          .put("value", value)
          .put("message", message);
    }
  }
}
