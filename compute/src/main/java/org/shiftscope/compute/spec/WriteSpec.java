package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes specs as JSON; {@link ReadSpec} reads back an equal spec. */
public final class WriteSpec {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WriteSpec() {}

  /** The JSON form of a spec, fields in the order in which a person would give them. */
  public static ObjectNode toJson(ExperimentSpec spec) {
    return object((Record) spec);
  }

  /** That of a landscape whose invariance is checked: {@code subject} in the spec. */
  public static ObjectNode toJson(LandscapeSubject subject) {
    return object(subject);
  }

  /** That of how a network is trained. */
  static ObjectNode toJson(TrainingSpec training) {
    return object(training);
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Boolean flag -> NODES.booleanNode(flag);
      case String text -> NODES.stringNode(text);
      case Named choice -> NODES.stringNode(choice.id());
      case List<?> list -> list(list);
      case Record record when RecordForm.of(record.getClass()).bare() ->
          value(RecordForm.of(record.getClass()).components().getFirst().of(record));
      case Record record -> object(record);
      default -> throw new IllegalArgumentException("No JSON is written of " + value.getClass());
    };
  }

  private static ArrayNode list(List<?> list) {
    ArrayNode array = NODES.arrayNode();
    list.forEach(element -> array.add(value(element)));
    return array;
  }

  private static ObjectNode object(Record record) {
    RecordForm form = RecordForm.of(record.getClass());
    ObjectNode json = NODES.objectNode();
    form.toldBy()
        .filter(told -> !told.whenMissing().equals(form.id()))
        .ifPresent(told -> json.put(told.value(), form.id()));
    form.components().forEach(field -> put(json, field, field.of(record)));
    return json;
  }

  private static void put(ObjectNode json, RecordForm.Component field, Object value) {
    if (field.flat()) {
      json.setAll(object((Record) value));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> json.set(field.name(), value(present)));
    } else {
      json.set(field.name(), value(value));
    }
  }
}
