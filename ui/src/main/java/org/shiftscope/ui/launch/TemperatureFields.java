package org.shiftscope.ui.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;

/** The fields of the temperatures: a range that is even in log T, or a list. */
final class TemperatureFields {

  private static final String LISTED = "listed";
  private static final String LOGARITHMIC = "logarithmic";

  /** How temperatures are given. No field of the spec: its JSON is a list or a range. */
  private final Field spacing =
      Field.chosen(
          "temperatures",
          Shape.TEXT,
          "Temperatures",
          spacings(),
          "T = learning rate / batch size; a range is evenly spaced in log T.");

  private final List<Field> fields =
      List.of(
          number("temperatures.from", "From", "η / sample", "The lowest temperature.", "0.003"),
          number("temperatures.to", "To", "η / sample", "The highest temperature.", "0.03"),
          number("temperatures.count", "Count", "", "How many, both ends included.", "4"),
          Field.typed(
                  "temperatures",
                  Shape.NUMBERS,
                  "List",
                  "η / sample",
                  "Numbers with commas between them.",
                  "0.003, 0.01, 0.03")
              .when(() -> !logarithmic()));

  /** The choice between list and range. */
  Field spacing() {
    return spacing;
  }

  /** The fields of the spec. */
  List<Field> fields() {
    return fields;
  }

  /** The choice and the fields, as a person sees them, and others after them. */
  List<Field> shownWith(List<Field> others) {
    List<Field> shown = new ArrayList<>(List.of(spacing));
    shown.addAll(fields);
    shown.addAll(others);
    return List.copyOf(shown);
  }

  /** Makes the choice as a spec has it. */
  void choose(JsonNode spec) {
    spacing.value().setValue(spec.path("temperatures").isArray() ? LISTED : LOGARITHMIC);
  }

  /** "T = 0.003, 0.01, …", while other fields may have problems; empty where these have. */
  static String say(JsonNode spec) {
    return read(spec.path("temperatures")).map(TemperatureFields::say).orElse("");
  }

  private static Optional<Temperatures> read(JsonNode json) {
    try {
      return Optional.of(
          json.isArray()
              ? new Temperatures.Listed(numbers(json))
              : new Temperatures.Logarithmic(
                  json.path("from").asDouble(),
                  json.path("to").asDouble(),
                  json.path("count").asInt()));
    } catch (InvalidSpec | tools.jackson.core.JacksonException unfinished) {
      return Optional.empty();
    }
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(item -> numbers.add(item.asDouble()));
    return numbers;
  }

  private static String say(Temperatures temperatures) {
    List<Double> values = temperatures.values();
    String shown =
        values.stream().limit(12).map(FormatNumber::significant).collect(Collectors.joining(", "));
    return "T = " + shown + (values.size() > 12 ? ", … (" + values.size() + " in all)" : "");
  }

  private Field number(String path, String label, String unit, String help, String initial) {
    return Field.typed(path, Shape.NUMBER, label, unit, help, initial).when(this::logarithmic);
  }

  private boolean logarithmic() {
    return LOGARITHMIC.equals(spacing.value().getValue());
  }

  private static Map<String, String> spacings() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put(LOGARITHMIC, "Logarithmic range");
    choices.put(LISTED, "List");
    return choices;
  }
}
