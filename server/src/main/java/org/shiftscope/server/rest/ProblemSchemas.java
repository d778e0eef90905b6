package org.shiftscope.server.rest;

import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.problem.ProblemDetails;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of {@link ProblemDetails}. */
final class ProblemSchemas {

  private ProblemSchemas() {}

  /** Describes the answer that any route may give. */
  static void describe(ObjectNode response, SchemaDefinitions all) {
    response.put("description", "An error, as RFC 9457 has it");
    response.putObject("content").putObject(ProblemDetails.CONTENT_TYPE).set("schema", schema(all));
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
                    Schemas.listOf(field(all)),
                    "Each field that is wrong, all at once; empty where no field is to blame")
                .end());
  }

  private static ObjectNode field(SchemaDefinitions all) {
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
}
