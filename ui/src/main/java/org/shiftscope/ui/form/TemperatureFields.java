package org.shiftscope.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;

/** The fields of the temperatures, a range that is even in log T or a list, and of the seeds. */
public final class TemperatureFields {

  private static final String LISTED = "listed";
  private static final String LOGARITHMIC = "logarithmic";

  private TemperatureFields() {}

  /** For kinds with one trial for each temperature and seed. */
  public static FieldSection withSeeds() {
    return with(seeds("One trial for each temperature and seed."), () -> true);
  }

  /** The temperatures, only while something else does not set them, and the seeds. */
  static FieldSection with(Field seeds, BooleanSupplier asked) {
    return with("Temperatures and seeds", asked, List.of(seeds));
  }

  /** The seeds. */
  public static Field seeds(String explanation) {
    return NewField.numbers("seeds", "Seeds", "", explanation, "0, 1, 2");
  }

  /** The temperatures, and other fields after them. */
  public static FieldSection with(String title, List<Field> others) {
    return with(title, () -> true, others);
  }

  private static FieldSection with(String title, BooleanSupplier asked, List<Field> others) {
    Field spacing =
        NewField.chosen(
                "temperatures",
                "Temperatures",
                List.of(LOGARITHMIC, "Logarithmic range", LISTED, "List"),
                "T = learning rate / batch size; a range is evenly spaced in log T.")
            .when(asked);
    List<Field> fields = new ArrayList<>(temperatures(spacing, asked));
    fields.addAll(others);
    return new FieldSection(
        title,
        List.of(new Choice(spacing, TemperatureFields::spacingOf)),
        fields,
        (json, spec) -> say(json));
  }

  private static List<Field> temperatures(Field spacing, BooleanSupplier asked) {
    BooleanSupplier range = () -> asked.getAsBoolean() && spacing.is(LOGARITHMIC);
    String unit = "η / sample";
    return List.of(
        NewField.number("temperatures.from", "From", unit, "The lowest temperature.", "0.003")
            .when(range),
        NewField.number("temperatures.to", "To", unit, "The highest temperature.", "0.03")
            .when(range),
        NewField.number("temperatures.count", "Count", "", "How many, both ends included.", "4")
            .when(range),
        NewField.numbers(
                "temperatures",
                "List",
                unit,
                "Numbers with commas between them.",
                "0.003, 0.01, 0.03")
            .when(() -> asked.getAsBoolean() && spacing.is(LISTED)));
  }

  private static String spacingOf(JsonNode spec) {
    return spec.path("temperatures").isArray() ? LISTED : LOGARITHMIC;
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
}
