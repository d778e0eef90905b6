package org.shiftscope.ui.launch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a temperature sweep is asked for. */
final class TemperatureSweepForm implements SpecForm {

  private static final String LISTED = "listed";
  private static final String LOGARITHMIC = "logarithmic";

  private final SweepFields fields = new SweepFields();
  private final FieldSection temperatures =
      new FieldSection("Temperatures and seeds", fields.temperatures());
  private final FieldSection sgd = new FieldSection("SGD", fields.sgd());
  private final Div component =
      new Div(
          new FieldSection("Name and data", fields.data()),
          new FieldSection("Network", fields.network()),
          temperatures,
          sgd,
          new FieldSection("Refinement to the train and test points", fields.refinement()),
          new FieldSection("Line through both points", fields.line()));
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean filling;

  TemperatureSweepForm() {
    component.addClassName("spec-form");
    fields.all().forEach(field -> field.value().addValueChangeListener(event -> changed()));
    fields.spacing().addValueChangeListener(event -> changed());
    showActive();
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void fill(ExperimentSpec spec) {
    filling = true;
    JsonNode json = WriteSpec.toJson(spec);
    fields.spacing().setValue(json.path("temperatures").isArray() ? LISTED : LOGARITHMIC);
    fields.all().forEach(field -> field.takeFrom(json));
    filling = false;
    changed();
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", TemperatureSweep.KIND);
    active().forEach(field -> field.putInto(json));
    return json;
  }

  @Override
  public List<Problem> show(List<Problem> problems) {
    fields.all().forEach(field -> field.show(List.of()));
    Map<Field, List<Problem>> owned = new LinkedHashMap<>();
    List<Problem> homeless = new ArrayList<>();
    for (Problem problem : problems) {
      active()
          .filter(field -> field.owns(problem))
          .findFirst()
          .ifPresentOrElse(
              field -> owned.computeIfAbsent(field, f -> new ArrayList<>()).add(problem),
              () -> homeless.add(problem));
    }
    owned.forEach(Field::show);
    return homeless;
  }

  @Override
  public void showConsequences(Optional<ExperimentSpec> spec) {
    temperatures.setConsequence(preview().map(TemperatureSweepForm::say).orElse(""));
    sgd.setConsequence(
        spec.filter(TemperatureSweep.class::isInstance)
            .map(TemperatureSweep.class::cast)
            .map(TemperatureSweepForm::rates)
            .orElse(""));
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The field of a place in the spec. */
  Field field(String path) {
    return fields.all().stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No field " + path));
  }

  private Stream<Field> active() {
    return fields.all().stream().filter(field -> field.active().getAsBoolean());
  }

  private void changed() {
    if (!filling) {
      showActive();
      listeners.forEach(Runnable::run);
    }
  }

  private void showActive() {
    fields.all().forEach(field -> field.component().setVisible(field.active().getAsBoolean()));
  }

  /** The temperatures alone, so that they show while other fields have problems. */
  private Optional<Temperatures> preview() {
    JsonNode json = toJson().path("temperatures");
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

  private static String rates(TemperatureSweep sweep) {
    List<Double> values = sweep.temperatures().values().stream().sorted().toList();
    double coldest = values.getFirst();
    double hottest = values.getLast();
    int batch = sweep.sgd().batchSize();
    return "Learning rate η = T · B from "
        + FormatNumber.significant(coldest * batch)
        + " to "
        + FormatNumber.significant(hottest * batch)
        + "; "
        + epochs(sweep, coldest)
        + " epochs at the lowest temperature, "
        + epochs(sweep, hottest)
        + " at the highest.";
  }

  private static String epochs(TemperatureSweep sweep, double temperature) {
    double epochs = (double) sweep.stepsAt(temperature) / sweep.batchesPerEpoch();
    boolean capped = sweep.epochsWanted(temperature) > sweep.sgd().maxEpochs();
    return FormatNumber.significant(epochs) + (capped ? " (capped)" : "");
  }

  /** The spacings' names in the form; they are told by the shape of the JSON. */
  static Map<String, String> spacings() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put(LOGARITHMIC, "Evenly spaced in the logarithm");
    choices.put(LISTED, "Listed one by one");
    return choices;
  }
}
