package org.shiftscope.compute.golden;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A legal spec with something changed, and what is told of it.
 *
 * @param base a golden result, whose spec is taken, or a preset
 * @param edit {@code {"put": {pointer: value}}} or {@code {"remove": pointer}}
 * @param problems what is told, {@code [[field, law, value]]}; empty where it is legal
 */
record BrokenSpec(String base, JsonNode edit, JsonNode problems) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Read once: all presets are made to find one. */
  private static final Map<String, JsonNode> BASES = new ConcurrentHashMap<>();

  static BrokenSpec put(String base, JsonPointer at, JsonNode value) {
    ObjectNode edit = JSON.createObjectNode();
    edit.putObject("put").set(at.toString(), value);
    return new BrokenSpec(base, edit, JSON.createArrayNode());
  }

  static BrokenSpec remove(String base, JsonPointer at) {
    ObjectNode edit = JSON.createObjectNode().put("remove", at.toString());
    return new BrokenSpec(base, edit, JSON.createArrayNode());
  }

  static BrokenSpec parse(String line) {
    ObjectNode json = JSON.readTree(line).asObject();
    String base = json.remove("base").asString();
    JsonNode problems = json.has("problems") ? json.remove("problems") : JSON.createArrayNode();
    return new BrokenSpec(base, json, problems);
  }

  String line() {
    ObjectNode json = JSON.createObjectNode().put("base", base);
    json.setAll(edit.asObject());
    json.set("problems", problems);
    return json.toString();
  }

  /** The same with what is told today. */
  BrokenSpec today() {
    JsonNode spec = spec(base);
    for (var change : edit.path("put").properties()) {
      spec = changed(spec, JsonPointer.compile(change.getKey()), change.getValue());
    }
    if (edit.has("remove")) {
      removeFrom(spec, JsonPointer.compile(edit.get("remove").asString()));
    }
    return new BrokenSpec(base, edit, told(spec));
  }

  BrokenSpec sorted() {
    ArrayNode sorted = JSON.createArrayNode();
    StreamSupport.stream(problems.spliterator(), false)
        .sorted(Comparator.comparing(JsonNode::toString))
        .forEach(sorted::add);
    return new BrokenSpec(base, edit, sorted);
  }

  /** A fresh copy of a legal one. */
  static JsonNode spec(String base) {
    return BASES.computeIfAbsent(base, BrokenSpec::read).deepCopy();
  }

  private static JsonNode read(String base) {
    return Presets.find(base)
        .map(Preset::spec)
        .<JsonNode>map(WriteSpec::toJson)
        .orElseGet(() -> GoldenFiles.json("results", base).get("spec"));
  }

  private static JsonNode changed(JsonNode spec, JsonPointer at, JsonNode value) {
    if (at.matches()) {
      return value;
    }
    JsonNode parent = spec.at(at.head());
    if (parent instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), value);
    } else {
      parent.asObject().set(at.last().getMatchingProperty(), value);
    }
    return spec;
  }

  private static void removeFrom(JsonNode spec, JsonPointer at) {
    JsonNode parent = spec.at(at.head());
    if (parent instanceof ArrayNode array) {
      array.remove(at.last().getMatchingIndex());
    } else {
      parent.asObject().remove(at.last().getMatchingProperty());
    }
  }

  private static JsonNode told(JsonNode spec) {
    ArrayNode told = JSON.createArrayNode();
    try {
      ReadSpec.from(spec);
    } catch (InvalidSpec refused) {
      for (Problem problem : refused.problems()) {
        told.addArray().add(problem.field()).add(problem.law()).add(problem.value());
      }
    }
    return told;
  }
}
