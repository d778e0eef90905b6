package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bounds that the schemas of specs tell are those by which specs are read. */
class BoundsOfSpecsTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** How ranges are said; laws of a kind, which may be narrower, are said otherwise. */
  private static final String RANGE =
      "must be a (whole )?number from .*|must be from .* to below .*|must hold \\d+ to .*|must list .*"
          + "|must have 1 to .*";

  private final ObjectNode document = document();
  private final Schema validator =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);

  private static ObjectNode document() {
    var definitions = new SchemaDefinitions();
    ObjectNode document = SpecSchemas.refer(definitions);
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    definitions.schemas().forEach(schemas::set);
    return document;
  }

  /** A value at a bound or next to it, in a spec that is legal without it. */
  private record Edge(
      JsonNode spec, String bound, JsonPointer at, JsonNode legal, JsonNode beyond) {

    JsonNode with(JsonNode value) {
      JsonNode changed = spec.deepCopy();
      JsonNode holder = changed.at(at.head());
      switch (holder) {
        case ArrayNode list -> list.set(at.last().getMatchingIndex(), value);
        default -> holder.asObject().set(at.last().getMatchingProperty(), value);
      }
      return changed;
    }
  }

  @Test
  void atABoundASpecIsLegalAndBeyondItRefusedByBoth() {
    Set<String> bounds = new HashSet<>();
    Presets.all().stream()
        .map(preset -> WriteSpec.toJson(preset.spec()))
        .flatMap(spec -> edges(spec).stream())
        .filter(edge -> bounds.add(edge.bound()))
        .forEach(this::holds);

    assertThat(bounds)
        .hasSizeGreaterThan(150)
        .contains(
            "SgdSpec.AtTemperature.batchSize maximum",
            "Seeds maxItems",
            "TemperatureSweep.title maxLength");
  }

  private void holds(Edge edge) {
    String what = edge.bound() + " at " + edge.at();
    assertThat(validator.validate(edge.with(edge.legal()))).as(what).isEmpty();
    assertThat(validator.validate(edge.with(edge.beyond()))).as(what + ", beyond").isNotEmpty();
    assertThat(refusals(edge, edge.legal())).as(what).noneMatch(law -> law.matches(RANGE));
    assertThat(refusals(edge, edge.beyond())).as(what + ", beyond").isNotEmpty();
  }

  /** The laws of a field that reading says are broken. */
  private static List<String> refusals(Edge edge, JsonNode value) {
    String field =
        edge.at().toString().substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    try {
      ReadSpec.from(edge.with(value));
      return List.of();
    } catch (InvalidSpec invalid) {
      return invalid.problems().stream()
          .filter(problem -> problem.field().equals(field))
          .map(problem -> problem.law())
          .toList();
    }
  }

  private List<Edge> edges(JsonNode spec) {
    List<Edge> edges = new ArrayList<>();
    collect(spec, document, "", JsonPointer.empty(), edges);
    return edges;
  }

  private void collect(
      JsonNode spec, JsonNode schema, String name, JsonPointer at, List<Edge> into) {
    JsonNode value = spec.at(at);
    if (schema.has("$ref")) {
      String place = schema.get("$ref").asString();
      collect(
          spec,
          document.at(place.substring(1)),
          place.substring(place.lastIndexOf('/') + 1),
          at,
          into);
    }
    schema
        .path("oneOf")
        .valueStream()
        .filter(one -> isOf(value, document.at(one.path("$ref").asString("#").substring(1))))
        .forEach(one -> collect(spec, one, name, at, into));
    schema
        .path("properties")
        .propertyStream()
        .filter(field -> value.has(field.getKey()) && !value.get(field.getKey()).isNull())
        .forEach(
            field ->
                collect(
                    spec,
                    field.getValue(),
                    name + "." + field.getKey(),
                    at.appendProperty(field.getKey()),
                    into));
    if (value.isArray() && !value.isEmpty() && schema.has("items")) {
      collect(spec, schema.get("items"), name, at.appendIndex(0), into);
    }
    into.addAll(edges(spec, schema, name, at));
  }

  /** Whether a value is told by the constants of one of several types, or by its shape. */
  private static boolean isOf(JsonNode value, JsonNode schema) {
    return schema.path("type").asString("object").equals(value.isArray() ? "array" : "object")
        && schema
            .path("properties")
            .propertyStream()
            .filter(field -> field.getValue().has("const"))
            .filter(field -> value.has(field.getKey()) || requires(schema, field.getKey()))
            .allMatch(field -> field.getValue().get("const").equals(value.path(field.getKey())));
  }

  private static boolean requires(JsonNode schema, String field) {
    return schema.path("required").valueStream().anyMatch(name -> name.asString().equals(field));
  }

  private static List<Edge> edges(JsonNode spec, JsonNode schema, String name, JsonPointer at) {
    List<Edge> edges = new ArrayList<>();
    boolean whole = schema.path("type").asString("").equals("integer");
    for (String law : List.of("minimum", "maximum", "exclusiveMaximum")) {
      if (schema.has(law)) {
        double bound = schema.get(law).doubleValue();
        if (!whole || Math.abs(bound) < 1L << 31) {
          edges.add(
              new Edge(
                  spec, name + " " + law, at, legal(law, bound, whole), beyond(law, bound, whole)));
        }
      }
    }
    if (schema.has("maxLength")) {
      int most = schema.get("maxLength").intValue();
      edges.add(new Edge(spec, name + " maxLength", at, text(most), text(most + 1)));
    }
    if (schema.has("maxItems") && !spec.at(at).isEmpty()) {
      int most = schema.get("maxItems").intValue();
      JsonNode item = spec.at(at).get(0);
      edges.add(new Edge(spec, name + " maxItems", at, list(item, most), list(item, most + 1)));
    }
    if (schema.has("minItems")) {
      edges.add(new Edge(spec, name + " minItems", at, spec.at(at), NODES.arrayNode()));
    }
    return edges;
  }

  private static JsonNode legal(String law, double bound, boolean whole) {
    return whole
        ? NODES.numberNode((long) bound)
        : NODES.numberNode(law.equals("exclusiveMaximum") ? Math.nextDown(bound) : bound);
  }

  private static JsonNode beyond(String law, double bound, boolean whole) {
    boolean least = law.equals("minimum");
    if (whole) {
      return NODES.numberNode((long) bound + (least ? -1 : 1));
    }
    return NODES.numberNode(
        switch (law) {
          case "minimum" -> Math.nextDown(bound);
          case "maximum" -> Math.nextUp(bound);
          default -> bound;
        });
  }

  private static JsonNode text(int length) {
    return NODES.stringNode("x".repeat(length));
  }

  private static ArrayNode list(JsonNode item, int length) {
    ArrayNode list = NODES.arrayNode();
    for (int i = 0; i < length; i++) {
      list.add(item);
    }
    return list;
  }
}
