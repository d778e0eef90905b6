package org.shiftscope.compute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Descriptions;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of what {@link ResultJson} writes, by the same records: numbers that are not
 * finite and options that are empty are null.
 */
public final class ResultSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaDefinitions definitions;

  private ResultSchemas(SchemaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Refers to the schema of a record that is written with its {@code type}. */
  public static ObjectNode refer(SchemaDefinitions definitions, Class<?> typed) {
    var schemas = new ResultSchemas(definitions);
    return definitions.refer(typed, type -> schemas.typed(type));
  }

  /** Refers to the schema of a result of any kind of trial. */
  public static ObjectNode referAny(SchemaDefinitions definitions) {
    return definitions.refer(
        TrialResult.class,
        type -> {
          ObjectNode schema = NODES.objectNode();
          Variants.of(TrialResult.class)
              .records()
              .forEach(record -> schema.withArray("oneOf").add(refer(definitions, record)));
          return schema;
        });
  }

  private ObjectNode typed(Class<?> type) {
    ObjectNode schema = record(type);
    schema.withObject("/properties").putObject("type").put("const", Variants.idOf(type));
    schema.withArray("required").add("type");
    if (TrialResult.class.isAssignableFrom(type)) {
      schema.withObject("/properties").set("outcome", of(Outcome.class));
    }
    return schema;
  }

  private ObjectNode of(Type type) {
    return switch (type) {
      case ParameterizedType holder -> held(holder);
      case Class<?> plain when plain.isEnum() ->
          definitions.refer(plain, SchemaDefinitions::choice);
      case Class<?> plain when plain == Series.class -> definitions.refer(plain, _ -> series());
      case Class<?> plain when plain.isRecord() -> definitions.refer(plain, this::record);
      case Class<?> plain -> scalar(plain);
      default -> throw new IllegalArgumentException("There is no schema of " + type);
    };
  }

  private ObjectNode held(ParameterizedType holder) {
    ObjectNode content = of(holder.getActualTypeArguments()[0]);
    return holder.getRawType() == List.class
        ? NODES.objectNode().put("type", "array").set("items", content).asObject()
        : orNull(content);
  }

  private static ObjectNode series() {
    return NODES.objectNode().put("type", "array").set("items", orNull("number")).asObject();
  }

  private static ObjectNode scalar(Class<?> type) {
    if (type == OptionalInt.class) {
      return orNull("integer");
    }
    return switch (type.getName()) {
      case "int", "java.lang.Integer", "long", "java.lang.Long" ->
          NODES.objectNode().put("type", "integer");
      case "double", "java.lang.Double" -> orNull("number");
      case "boolean", "java.lang.Boolean" -> NODES.objectNode().put("type", "boolean");
      case "java.lang.String" -> NODES.objectNode().put("type", "string");
      default -> throw new IllegalArgumentException("There is no schema of " + type);
    };
  }

  private static ObjectNode orNull(String type) {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  private static ObjectNode orNull(ObjectNode content) {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("anyOf").add(content).addObject().put("type", "null");
    return schema;
  }

  private ObjectNode record(Class<?> type) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent field : type.getRecordComponents()) {
      ObjectNode property = of(field.getGenericType());
      Descriptions.of(type, field.getName()).ifPresent(text -> property.put("description", text));
      properties.set(field.getName(), property);
      if (!field.getAccessor().isAnnotationPresent(JsonInclude.class)) {
        schema.withArray("required").add(field.getName());
      }
    }
    told(type).forEach(name -> properties.set(name, NODES.objectNode().put("type", "boolean")));
    return schema;
  }

  /** Jackson writes what a record answers to {@code isSomething()}, too. */
  private static Stream<String> told(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getReturnType() == boolean.class)
        .filter(method -> method.getParameterCount() == 0)
        .map(Method::getName)
        .filter(name -> name.matches("is[A-Z].*"))
        .map(name -> Character.toLowerCase(name.charAt(2)) + name.substring(3))
        .sorted();
  }
}
