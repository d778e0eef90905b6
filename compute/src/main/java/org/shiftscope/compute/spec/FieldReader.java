package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and gathers every problem, where databind would stop at the
 * first. A field that is missing or of the wrong type is reported and read as empty; the object is
 * then not built, but its siblings are still read.
 */
final class FieldReader {

  private final JsonNode object;
  private final Problems problems = new Problems();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Consumer<Problems>> otherwise = new ArrayList<>();
  private boolean sound = true;

  FieldReader(JsonNode object) {
    this.object = object;
    if (!object.isObject()) {
      report("", "must be a JSON object", object);
    }
  }

  Optional<Integer> integer(String name) {
    return whole(name).flatMap(value -> asInt(name, value));
  }

  Optional<Integer> integer(String name, int whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : integer(name);
  }

  Optional<Double> number(String name) {
    return field(name).flatMap(value -> number(name, value));
  }

  Optional<Double> number(String name, double whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : number(name);
  }

  Optional<Boolean> flag(String name, boolean whenMissing) {
    return isMissing(name)
        ? Optional.of(whenMissing)
        : field(name)
            .flatMap(
                value ->
                    value.isBoolean()
                        ? Optional.of(value.booleanValue())
                        : refuse(name, "must be true or false", value));
  }

  Optional<String> text(String name) {
    return field(name)
        .flatMap(
            value ->
                value.isString()
                    ? Optional.of(value.asString())
                    : refuse(name, "must be text", value));
  }

  Optional<String> text(String name, String whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : text(name);
  }

  /** Gives a field its place among those that a person is told of, before it is read. */
  void expect(String name) {
    known.add(name);
  }

  /** The title, whose law is told even where the record cannot be built. */
  Optional<String> title(String whenMissing) {
    Optional<String> title = text("title", whenMissing);
    otherwise(title, (laws, text) -> laws.title(text.strip()));
    return title;
  }

  <E extends Enum<E> & Named> Optional<E> choice(String name, Class<E> type) {
    return text(name).flatMap(id -> oneOf(name, id, type));
  }

  <E extends Enum<E> & Named> Optional<E> choice(String name, Class<E> type, E whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : choice(name, type);
  }

  Optional<List<Double>> numbers(String name) {
    return list(name, this::number);
  }

  Optional<List<Integer>> integers(String name) {
    return list(name, (path, value) -> whole(path, value).flatMap(whole -> asInt(path, whole)));
  }

  Optional<List<Long>> longs(String name) {
    return list(name, this::whole);
  }

  /** Reads a part by its own reader; its problems are reported under this field. */
  <T> Optional<T> part(String name, Function<JsonNode, T> reader) {
    return field(name).flatMap(value -> attempt(name, () -> reader.apply(value)));
  }

  <T> Optional<T> part(String name, Function<JsonNode, T> reader, T whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : part(name, reader);
  }

  boolean isList(String name) {
    return object.path(name).isArray();
  }

  /** Builds a part from fields already read; its problems are reported under this field. */
  <T> Optional<T> attempt(String name, Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (InvalidSpec invalid) {
      sound = false;
      problems.addAllUnder(name, invalid.problems());
      return Optional.empty();
    }
  }

  /** Builds a part whose fields stand beside the others; its problems name them. */
  <T> Optional<T> attempt(Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (InvalidSpec invalid) {
      sound = false;
      invalid.problems().forEach(problems::add);
      return Optional.empty();
    }
  }

  /** Checks laws of the whole record where it cannot be built, so that all are told at once. */
  <T> void otherwise(Optional<T> read, BiConsumer<Problems, T> laws) {
    read.ifPresent(part -> otherwise.add(problems -> laws.accept(problems, part)));
  }

  <T> Optional<T> refuse(String name, String law, Object value) {
    report(name, law, value);
    return Optional.empty();
  }

  Problems problems() {
    return problems;
  }

  /** Whether nothing read so far had a problem. */
  boolean sound() {
    return sound;
  }

  /** Builds the record where all its fields were read, and otherwise refuses with all problems. */
  <T> T build(Supplier<T> record) {
    refuseUnknown();
    if (!sound) {
      otherwise.forEach(laws -> laws.accept(problems));
    }
    problems.refuseIfAny();
    return record.get();
  }

  private void refuseUnknown() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                report(name, "is not known here; the fields are " + String.join(", ", known), ""));
  }

  private <T> Optional<List<T>> list(String name, ElementReader<T> reader) {
    return field(name)
        .flatMap(
            value ->
                value.isArray()
                    ? elements(name, value, reader)
                    : refuse(name, "must be a list", value));
  }

  private <T> Optional<List<T>> elements(String name, JsonNode array, ElementReader<T> reader) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      reader.read(name + "[" + i + "]", array.get(i)).ifPresent(values::add);
    }
    return values.size() == array.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private boolean isMissing(String name) {
    known.add(name);
    return object.path(name).isMissingNode() || object.path(name).isNull();
  }

  private Optional<JsonNode> field(String name) {
    return isMissing(name) ? refuse(name, "is missing", "") : Optional.of(object.get(name));
  }

  Optional<Long> whole(String name, long whenMissing) {
    return isMissing(name) ? Optional.of(whenMissing) : whole(name);
  }

  private Optional<Long> whole(String name) {
    return field(name).flatMap(value -> whole(name, value));
  }

  private Optional<Long> whole(String path, JsonNode value) {
    return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong()
        ? Optional.of(value.longValue())
        : refuse(path, "must be a whole number", value);
  }

  private Optional<Integer> asInt(String path, long value) {
    return value == (int) value
        ? Optional.of((int) value)
        : refuse(path, "must be at most " + Integer.MAX_VALUE + " in size", value);
  }

  private Optional<Double> number(String path, JsonNode value) {
    return value.isNumber()
        ? Optional.of(value.doubleValue())
        : refuse(path, "must be a number", value);
  }

  private <E extends Enum<E> & Named> Optional<E> oneOf(String name, String id, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(choice -> choice.id().equals(id))
        .findFirst()
        .or(
            () ->
                refuse(
                    name,
                    "must be one of "
                        + Stream.of(type.getEnumConstants())
                            .map(Named::id)
                            .collect(Collectors.joining(", ")),
                    id));
  }

  private void report(String name, String law, Object value) {
    sound = false;
    problems.add(new Problem(name, law, String.valueOf(value)));
  }

  /** Reads one element of a list. */
  private interface ElementReader<T> {
    Optional<T> read(String path, JsonNode value);
  }
}
