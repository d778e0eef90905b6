package org.shiftscope.compute.spec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads a value of any type that a spec's record has: numbers, text, choices, lists, records and
 * sealed types of records. Paths of problems start at the value.
 */
final class ReadValue {

  private static final String WHOLE = "must be a whole number";

  private final JsonNode json;

  private ReadValue(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads a value.
   *
   * @throws InvalidSpec with all problems that it has
   */
  static Object of(Type type, JsonNode json) {
    var value = new ReadValue(json);
    return switch (type) {
      case ParameterizedType holder -> value.held(holder);
      case Class<?> plain when plain.isEnum() -> value.choice(plain);
      case Class<?> plain when plain.isRecord() -> value.record(plain);
      case Class<?> plain when plain.isSealed() -> value.variant(plain);
      case Class<?> plain -> value.scalar(plain);
      default -> throw new IllegalArgumentException("No value is read of " + type);
    };
  }

  private Object held(ParameterizedType holder) {
    Type content = holder.getActualTypeArguments()[0];
    return holder.getRawType() == List.class ? list(content) : Optional.of(of(content, json));
  }

  private Object scalar(Class<?> type) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> integer();
      case "long", "java.lang.Long" -> whole();
      case "double", "java.lang.Double" -> number();
      case "boolean" -> {
        require(json.isBoolean(), "must be true or false");
        yield json.booleanValue();
      }
      case "java.lang.String" -> text();
      default -> throw new IllegalArgumentException("No value is read of " + type);
    };
  }

  private List<Object> list(Type content) {
    require(json.isArray(), "must be a list");
    var problems = new Problems();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      JsonNode element = json.get(i);
      problems.attempt("[" + i + "]", () -> of(content, element)).ifPresent(values::add);
    }
    problems.refuseIfAny();
    return List.copyOf(values);
  }

  private Record record(Class<?> type) {
    RecordForm form = RecordForm.of(type);
    return form.bare()
        ? form.build(List.of(of(form.components().getFirst().type(), json)))
        : new ReadFields(json).record(form, List.of());
  }

  private Record variant(Class<?> sealed) {
    ToldBy told = sealed.getAnnotation(ToldBy.class);
    Variants variants = Variants.of(sealed);
    return told == null
        ? byShape(variants)
        : new ReadFields(json).variant(variants, told.value(), told.whenMissing());
  }

  /** A list is the bare record, and an object the other one. */
  private Record byShape(Variants variants) {
    require(
        json.isArray() || json.isObject(),
        variants.records().stream()
            .map(ReadValue::shape)
            .collect(Collectors.joining(", or ", "must be ", "")));
    return record(
        variants.first(record -> RecordForm.of(record).bare() == json.isArray()).orElseThrow());
  }

  private static String shape(Class<?> record) {
    RecordForm form = RecordForm.of(record);
    return form.bare()
        ? "a list of numbers"
        : form.components().stream()
            .map(RecordForm.Component::name)
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private Object choice(Class<?> type) {
    Named[] choices = (Named[]) type.getEnumConstants();
    String id = text();
    return Named.find(choices, id)
        .orElseThrow(() -> Problems.one("must be one of " + Named.ids(choices), id));
  }

  private String text() {
    require(json.isString(), "must be text");
    return json.asString();
  }

  private int integer() {
    long value = whole();
    require(value == (int) value, "must be at most " + Integer.MAX_VALUE + " in size");
    return (int) value;
  }

  private long whole() {
    require(json.isNumber() && json.canConvertToExactIntegral() && json.canConvertToLong(), WHOLE);
    return json.longValue();
  }

  /** A whole number of hundreds of digits is infinite, which the field's own law refuses. */
  private double number() {
    require(json.isNumber(), "must be a number");
    return json.isBigInteger() ? json.bigIntegerValue().doubleValue() : json.doubleValue();
  }

  private void require(boolean holds, String law) {
    if (!holds) {
      throw Problems.one(law, json);
    }
  }
}
