package org.shiftscope.compute.spec;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the fields of one JSON object as a record and gathers every problem, where databind would
 * stop at the first. A field that is missing or wrong is reported; the record is then not built,
 * but its siblings are still read, and the laws on each of them told.
 */
final class ReadFields {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode object;
  private final Problems problems = new Problems();

  /** In the order in which a person is told of them. */
  private final List<String> known = new ArrayList<>();

  /** What was read, by its field; one that had a problem is not there. */
  private final Map<String, Object> values = new HashMap<>();

  ReadFields(JsonNode object) {
    this.object = object;
    problems.require(object.isObject(), "", "must be a JSON object", object);
  }

  /** Reads the record that a field tells: the fields that all of them have are read in any case. */
  Record variant(Variants variants, String toldBy, String whenMissing) {
    Optional<String> id = id(toldBy, whenMissing);
    Optional<Class<? extends Record>> record = id.flatMap(variants::byId);
    List<RecordForm.Component> shared = variants.shared();
    if (record.isPresent()) {
      return record(RecordForm.of(record.get()), shared);
    }
    shared.stream().filter(field -> !field.waits()).forEach(this::read);
    id.ifPresent(
        other ->
            problems.require(
                false, toldBy, "must be one of " + String.join(", ", variants.ids()), other));
    throw problems.refusal();
  }

  /**
   * Reads the record, some of its fields first.
   *
   * @throws InvalidSpec with all its problems
   */
  Record record(RecordForm form, List<RecordForm.Component> first) {
    first.forEach(field -> read(form.component(field.name())));
    List<Object> read = values(form);
    refuseUnknown();
    if (problems.any()) {
      laws(form).forEach(law -> RecordForm.call(() -> law.invoke(null, withProblems(law))));
    }
    problems.refuseIfAny();
    return form.build(read);
  }

  private Optional<String> id(String field, String whenMissing) {
    known.add(field);
    return isMissing(field) && !whenMissing.isEmpty()
        ? Optional.of(whenMissing)
        : given(field).flatMap(json -> attempt(field, String.class, json)).map(String.class::cast);
  }

  /** Reads what was not read yet, and then what hangs on it; gives what is there of them. */
  private List<Object> values(RecordForm form) {
    form.components().forEach(this::read);
    form.components().stream()
        .filter(field -> field.waits() && isMissing(field.name()))
        .forEach(
            field ->
                derived(form, field)
                    .ifPresentOrElse(
                        value -> values.put(field.name(), value), () -> given(field.name())));
    return form.components().stream()
        .map(RecordForm.Component::name)
        .filter(values::containsKey)
        .<Object>map(values::get)
        .toList();
  }

  private void read(RecordForm.Component field) {
    if (field.flat()) {
      flat(field);
    } else if (!known.contains(field.name())) {
      known.add(field.name());
      value(field).ifPresent(value -> values.put(field.name(), value));
    }
  }

  /** A part whose fields stand beside the others; its problems name them. */
  private void flat(RecordForm.Component field) {
    RecordForm form = RecordForm.of((Class<?>) field.type());
    List<Object> read = values(form);
    if (read.size() == form.components().size()) {
      problems
          .attempt("", () -> form.build(read))
          .ifPresent(part -> values.put(field.name(), part));
    }
  }

  private Optional<Object> value(RecordForm.Component field) {
    if (!isMissing(field.name())) {
      return attempt(field.name(), field.type(), object.get(field.name()));
    }
    if (field.type() instanceof java.lang.reflect.ParameterizedType holder
        && holder.getRawType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    return field.waits()
        ? Optional.empty()
        : field
            .whenMissing()
            .map(it -> ReadValue.of(field.type(), json(field, it.value())))
            .or(() -> given(field.name()).map(Object.class::cast));
  }

  private static JsonNode json(RecordForm.Component field, String value) {
    boolean text = field.type() instanceof Class<?> type && (type.isEnum() || type == String.class);
    return text ? JsonNodeFactory.instance.stringNode(value) : JSON.readTree(value);
  }

  /** What hangs on the fields beside it, where these make any. */
  private Optional<?> derived(RecordForm form, RecordForm.Component field) {
    Method by = form.method(field.whenMissing().orElseThrow().by());
    Object[] siblings =
        Stream.of(by.getParameters())
            .map(sibling -> Optional.ofNullable(values.get(sibling.getName())))
            .toArray();
    Object made = RecordForm.call(() -> by.invoke(null, siblings));
    return made instanceof Optional<?> some ? some : Optional.of(made);
  }

  private Optional<Object> attempt(String name, java.lang.reflect.Type type, JsonNode json) {
    return problems.attempt(name, () -> ReadValue.of(type, json));
  }

  /** The field's JSON, or the problem that there is none. */
  private Optional<JsonNode> given(String name) {
    problems.require(!isMissing(name), name, "is missing", "");
    return isMissing(name) ? Optional.empty() : Optional.of(object.get(name));
  }

  private boolean isMissing(String name) {
    return object.path(name).isMissingNode() || object.path(name).isNull();
  }

  private void refuseUnknown() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problems.require(
                    false,
                    name,
                    "is not known here; the fields are " + String.join(", ", known),
                    ""));
  }

  /** Those on fields that were read, in the order of the fields. */
  private Stream<Method> laws(RecordForm form) {
    return form.laws().stream()
        .filter(law -> values.containsKey(subject(law).getName()))
        .sorted(Comparator.comparing(law -> known.indexOf(subject(law).getName())));
  }

  private Object[] withProblems(Method law) {
    return new Object[] {problems, values.get(subject(law).getName())};
  }

  private static Parameter subject(Method law) {
    return law.getParameters()[1];
  }
}
