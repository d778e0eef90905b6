package org.shiftscope.compute.spec;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (draft 2020-12) of types by their names, each written once and referred to. */
public final class SchemaDefinitions {

  private static final String PLACE = "#/components/schemas/";

  private final SequencedMap<String, ObjectNode> schemas = new LinkedHashMap<>();

  /** The schemas so far, in the order in which they were first referred to. */
  public SequencedMap<String, ObjectNode> schemas() {
    return new LinkedHashMap<>(schemas);
  }

  /** Refers to a schema by its name. */
  static ObjectNode refer(String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", PLACE + name);
  }

  /** Refers to a schema that no type tells; writes it where it is not there yet. */
  public ObjectNode refer(String name, Supplier<ObjectNode> write) {
    if (!schemas.containsKey(name)) {
      schemas.put(name, JsonNodeFactory.instance.objectNode());
      ObjectNode schema = JsonNodeFactory.instance.objectNode().put("title", name);
      schema.setAll(write.get());
      schemas.put(name, schema);
    }
    return refer(name);
  }

  /** Refers to a type's schema; writes it where it is not there yet. */
  public ObjectNode refer(Class<?> type, Function<Class<?>, ObjectNode> write) {
    String name = nameOf(type);
    if (!schemas.containsKey(name)) {
      schemas.put(name, JsonNodeFactory.instance.objectNode()); // for types that hold themselves
      ObjectNode schema = JsonNodeFactory.instance.objectNode().put("title", name);
      Descriptions.of(type).ifPresent(text -> schema.put("description", text));
      schema.setAll(write.apply(type));
      schemas.put(name, schema);
    }
    return refer(name);
  }

  /** Its name with those of the types around it: {@code SgdSpec.AtTemperature}. */
  public static String nameOf(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return (around == null ? "" : nameOf(around) + ".") + type.getSimpleName();
  }

  /** The schema of a choice: its ids, and what they are called. */
  public static ObjectNode choice(Class<?> type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    for (Object constant : type.getEnumConstants()) {
      schema.withArray("enum").add(((Named) constant).id());
    }
    return schema;
  }
}
