package org.shiftscope.server.rest;

import java.util.function.Function;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small schemas, of which those of REST are made. */
final class Schemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Schemas() {}

  static ObjectNode of(String type) {
    return NODES.objectNode().put("type", type);
  }

  static ObjectNode text() {
    return of("string");
  }

  static ObjectNode number() {
    return of("number");
  }

  static ObjectNode integer() {
    return of("integer");
  }

  static ObjectNode truth() {
    return of("boolean");
  }

  /** A whole number in a range. */
  static ObjectNode integer(int least, int most) {
    return integer().put("minimum", least).put("maximum", most);
  }

  /** A moment in UTC. */
  static ObjectNode time() {
    return text().put("format", "date-time");
  }

  /** One of the ids of constants. */
  static ObjectNode oneOf(Named[] constants) {
    ObjectNode schema = text();
    for (Named constant : constants) {
      schema.withArray("enum").add(constant.id());
    }
    return schema;
  }

  /** A type, or null. */
  static ObjectNode orNull(ObjectNode schema) {
    String type = schema.get("type").asString();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  static ObjectNode listOf(ObjectNode items) {
    return of("array").set("items", items).asObject();
  }

  /** A list of what another schema tells. */
  static Function<SchemaDefinitions, ObjectNode> listOf(
      Function<SchemaDefinitions, ObjectNode> items) {
    return all -> listOf(items.apply(all));
  }

  /** Bytes or text of some other format. */
  static Function<SchemaDefinitions, ObjectNode> plain(ObjectNode schema) {
    return all -> schema.deepCopy().asObject();
  }

  /** An object that says what its fields are. */
  static Fields object(String description) {
    return new Fields(of("object").put("description", description));
  }

  /**
   * The fields of an object.
   *
   * @param schema gets them
   */
  record Fields(ObjectNode schema) {

    /** A field that is always there. */
    Fields field(String name, ObjectNode of, String description) {
      schema.withArray("required").add(name);
      return option(name, of, description);
    }

    /** A field that is there at times. */
    Fields option(String name, ObjectNode of, String description) {
      schema.withObject("/properties").set(name, of.put("description", description));
      return this;
    }

    ObjectNode end() {
      return schema;
    }
  }
}
