package org.shiftscope.server.rest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validates answers against an OpenAPI document. Objects are closed: clients pass over fields that
 * they do not know, but a field that is answered and not described is a fault.
 */
public final class ValidateAnswers {

  private final ObjectNode document;
  private final Map<String, Schema> schemas = new HashMap<>();

  /** By a document, which is not modified. */
  public ValidateAnswers(JsonNode document) {
    this.document = document.deepCopy().asObject();
    close(this.document);
  }

  /** What is wrong with an answer: empty where nothing is. */
  public List<String> problems(String method, String path, int status, JsonNode answer) {
    String content =
        status < 400 || path.equals("/api/health")
            ? "application/json"
            : "application/problem+json";
    JsonNode response =
        document.at("/paths/" + escaped(path) + "/" + method + "/responses/" + status);
    if (response.isMissingNode() && status >= 400) {
      response = document.at("/components/responses/Problem");
    }
    JsonNode schema = response.at("/content/" + escaped(content) + "/schema");
    if (schema.isMissingNode()) {
      return List.of(method + " " + path + " is not described to answer with " + status);
    }
    return validate(schema, answer);
  }

  /** What is wrong with the data of an event. */
  public List<String> problemsOfEvent(JsonNode data) {
    return validate(document.at("/components/schemas/Event"), data);
  }

  private List<String> validate(JsonNode schema, JsonNode answer) {
    return schemas
        .computeIfAbsent(schema.toString(), _ -> compile(schema.asObject()))
        .validate(answer)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private Schema compile(ObjectNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Closes every object where it is a property or an item, and where it stands alone: not where it
   * is a part of another object, which has fields of its own beside.
   */
  static void close(ObjectNode document) {
    closeBelow(document);
  }

  private static void closeBelow(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        object.valueStream().forEach(ValidateAnswers::closeBelow);
        closeChildren(object.path("properties"));
        closeOne(object.path("items"));
        closeOne(object.path("schema"));
      }
      default -> node.valueStream().forEach(ValidateAnswers::closeBelow);
    }
  }

  private static void closeChildren(JsonNode properties) {
    if (properties.isObject() && !properties.has("$ref")) {
      properties.valueStream().forEach(ValidateAnswers::closeOne);
    }
  }

  /** With all that it refers to: a list, a text or null has no fields to be closed. */
  private static void closeOne(JsonNode schema) {
    if (schema instanceof ObjectNode object && !object.has("additionalProperties")) {
      object.put("unevaluatedProperties", false);
    }
  }
}
