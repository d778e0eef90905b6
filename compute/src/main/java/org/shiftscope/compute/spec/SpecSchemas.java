package org.shiftscope.compute.spec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of specs, by the same records and annotations that {@link ReadSpec} reads them
 * by: fields, types, choices, defaults, and the ranges of numbers and of the lengths of lists. Laws
 * of several fields stand as the Javadoc of the components says them; {@link ReadSpec} alone
 * judges.
 */
public final class SpecSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaDefinitions definitions;

  private SpecSchemas(SchemaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Refers to the schema of a spec of any kind, and adds all that it needs. */
  public static ObjectNode refer(SchemaDefinitions definitions) {
    return new SpecSchemas(definitions).of(ExperimentSpec.class);
  }

  private ObjectNode of(Type type) {
    return switch (type) {
      case ParameterizedType holder -> held(holder);
      case Class<?> plain when plain.isEnum() ->
          definitions.refer(plain, SchemaDefinitions::choice);
      case Class<?> plain when plain.isRecord() -> definitions.refer(plain, this::record);
      case Class<?> plain when plain.isSealed() -> definitions.refer(plain, this::variants);
      case Class<?> plain -> NODES.objectNode().put("type", scalar(plain));
      default -> throw new IllegalArgumentException("There is no schema of " + type);
    };
  }

  private ObjectNode held(ParameterizedType holder) {
    ObjectNode content = of(holder.getActualTypeArguments()[0]);
    return holder.getRawType() == List.class
        ? NODES.objectNode().put("type", "array").set("items", content).asObject()
        : content;
  }

  private static String scalar(Class<?> type) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer", "long", "java.lang.Long" -> "integer";
      case "double", "java.lang.Double" -> "number";
      case "boolean" -> "boolean";
      case "java.lang.String" -> "string";
      default -> throw new IllegalArgumentException("There is no schema of " + type);
    };
  }

  private ObjectNode variants(Class<?> sealed) {
    ObjectNode schema = NODES.objectNode();
    List<Class<? extends Record>> records = Variants.of(sealed).records();
    records.forEach(record -> schema.withArray("oneOf").add(of(record)));
    ToldBy told = sealed.getAnnotation(ToldBy.class);
    if (told != null && told.whenMissing().isEmpty()) {
      ObjectNode discriminator = schema.putObject("discriminator");
      discriminator.put("propertyName", told.value());
      records.forEach(
          record ->
              discriminator
                  .withObject("/mapping")
                  .put(
                      Variants.idOf(record),
                      SchemaDefinitions.refer(SchemaDefinitions.nameOf(record))
                          .get("$ref")
                          .asString()));
    }
    return schema;
  }

  private ObjectNode record(Class<?> type) {
    RecordForm form = RecordForm.of(type);
    if (form.bare()) {
      RecordForm.Component only = form.components().getFirst();
      return bound(of(only.type()), only);
    }
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.putObject("properties");
    form.toldBy().ifPresent(told -> tell(schema, told, form.id()));
    fields(schema, type, form);
    return schema.put("additionalProperties", false);
  }

  private static void tell(ObjectNode schema, ToldBy told, String id) {
    schema.withObject("/properties").putObject(told.value()).put("const", id);
    if (!told.whenMissing().equals(id)) {
      schema.withArray("required").add(told.value());
    }
  }

  private void fields(ObjectNode schema, Class<?> type, RecordForm form) {
    for (RecordForm.Component field : form.components()) {
      if (field.flat()) {
        Class<?> part = (Class<?>) field.type();
        fields(schema, part, RecordForm.of(part));
      } else {
        schema.withObject("/properties").set(field.name(), property(type, field));
        if (mustBeGiven(field)) {
          schema.withArray("required").add(field.name());
        }
      }
    }
  }

  private ObjectNode property(Class<?> type, RecordForm.Component field) {
    ObjectNode property = of(field.type());
    bound(property, field);
    if (field.name().equals("title") && ExperimentSpec.class.isAssignableFrom(type)) {
      property.put("minLength", 1).put("maxLength", Problems.LONGEST_TITLE);
    }
    String told = Descriptions.of(type, field.name()).orElse("");
    String left = field.waits() ? "Left out, it follows from the fields beside it." : "";
    String description =
        told + (told.isEmpty() || left.isEmpty() ? "" : told.endsWith(".") ? " " : ". ") + left;
    if (!description.isEmpty()) {
      property.put("description", description);
    }
    field
        .whenMissing()
        .map(Default::value)
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> property.set("default", json(field, value)));
    return property;
  }

  /** Tells its range and its length, where it has them; those of a type stand beside its $ref. */
  private static ObjectNode bound(ObjectNode schema, RecordForm.Component field) {
    ObjectNode number = schema.path("items").isObject() ? schema.get("items").asObject() : schema;
    field
        .within()
        .ifPresent(
            range -> {
              boolean whole = number.path("type").asString("").equals("integer");
              put(number, "minimum", range.least(), whole);
              put(number, range.open() ? "exclusiveMaximum" : "maximum", range.most(), whole);
            });
    field.items().ifPresent(items -> count(schema, items));
    return schema;
  }

  private static void put(ObjectNode schema, String law, double bound, boolean whole) {
    if (whole) {
      schema.put(law, (long) bound);
    } else {
      schema.put(law, bound);
    }
  }

  private static void count(ObjectNode schema, Items items) {
    if (items.least() > 0) {
      schema.put("minItems", items.least());
    }
    schema.put("maxItems", items.most());
  }

  private static JsonNode json(RecordForm.Component field, String value) {
    boolean text =
        field.type() instanceof Class<?> plain && (plain.isEnum() || plain == String.class);
    return text ? NODES.stringNode(value) : JsonMapper.shared().readTree(value);
  }

  private static boolean mustBeGiven(RecordForm.Component field) {
    boolean optional =
        field.type() instanceof ParameterizedType holder && holder.getRawType() == Optional.class;
    return !optional && field.whenMissing().isEmpty();
  }
}
