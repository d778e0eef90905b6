package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.PlantedModel.Linear;
import org.shiftscope.compute.spec.PlantedModel.Logistic;
import org.shiftscope.compute.spec.PlantedModel.TanhMlp;
import org.shiftscope.compute.spec.PlantedModel.TwoWells;
import tools.jackson.databind.JsonNode;

/** Reads and writes {@link SteadyState}. */
final class ReadSteadyState {

  private static final String NAME = "name";
  private static final String SAMPLES = "samples";
  private static final String DIMENSION = "dimension";
  private static final String CONDITION = "condition";
  private static final String LABEL_NOISE = "labelNoise";
  private static final String DATA_SEED = "dataSeed";

  private ReadSteadyState() {}

  static SteadyState from(FieldReader fields) {
    Optional<PlantedModel> model = fields.part("model", ReadSteadyState::model);
    Optional<String> title =
        fields.title("Steady state" + model.map(m -> " of the " + m.name() + " model").orElse(""));
    Optional<Temperatures> temperatures = ReadGrid.temperatures(fields);
    Optional<List<Integer>> batchSizes = fields.integers("batchSizes");
    Optional<Seeds> seeds = ReadGrid.seeds(fields);
    Optional<Replacement> replacement =
        fields.choice("replacement", Replacement.class, Replacement.WITH);
    Optional<Double> flowTime = fields.number("flowTime");
    Optional<Double> burnIn = fields.number("burnIn");
    Optional<Double> lambda = fields.number("lambda", 0);
    Optional<Double> epsilon = fields.number("epsilon", 0);
    Optional<Double> margin = fields.number("margin", 0.1);
    return fields.build(
        () ->
            new SteadyState(
                title.orElseThrow(),
                model.orElseThrow(),
                temperatures.orElseThrow(),
                batchSizes.orElseThrow(),
                seeds.orElseThrow(),
                replacement.orElseThrow(),
                flowTime.orElseThrow(),
                burnIn.orElseThrow(),
                lambda.orElseThrow(),
                epsilon.orElseThrow(),
                margin.orElseThrow()));
  }

  private static PlantedModel model(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
    Optional<Integer> samples = fields.integer(SAMPLES);
    Optional<Long> dataSeed = fields.whole(DATA_SEED, 0);
    return switch (name.orElse("")) {
      case Linear.NAME -> {
        Optional<Integer> dimension = fields.integer(DIMENSION);
        Optional<Double> condition = fields.number(CONDITION, 1);
        Optional<Double> labelNoise = fields.number(LABEL_NOISE, 1);
        Optional<Double> heteroscedasticity = fields.number("heteroscedasticity", 0);
        yield fields.build(
            () ->
                new Linear(
                    samples.orElseThrow(),
                    dimension.orElseThrow(),
                    condition.orElseThrow(),
                    labelNoise.orElseThrow(),
                    heteroscedasticity.orElseThrow(),
                    dataSeed.orElseThrow()));
      }
      case Logistic.NAME -> {
        Optional<Integer> dimension = fields.integer(DIMENSION);
        Optional<Double> condition = fields.number(CONDITION, 1);
        yield fields.build(
            () ->
                new Logistic(
                    samples.orElseThrow(),
                    dimension.orElseThrow(),
                    condition.orElseThrow(),
                    dataSeed.orElseThrow()));
      }
      case TwoWells.NAME -> {
        Optional<Double> tilt = fields.number("tilt", 0);
        Optional<Double> labelNoise = fields.number(LABEL_NOISE, 1);
        yield fields.build(
            () ->
                new TwoWells(
                    samples.orElseThrow(),
                    tilt.orElseThrow(),
                    labelNoise.orElseThrow(),
                    dataSeed.orElseThrow()));
      }
      case TanhMlp.NAME -> {
        Optional<Integer> inputs = fields.integer("inputs");
        Optional<Integer> hidden = fields.integer("hidden");
        Optional<Double> labelNoise = fields.number(LABEL_NOISE, 1);
        yield fields.build(
            () ->
                new TanhMlp(
                    samples.orElseThrow(),
                    inputs.orElseThrow(),
                    hidden.orElseThrow(),
                    labelNoise.orElseThrow(),
                    dataSeed.orElseThrow()));
      }
      default ->
          throw ReadSpec.unknownName(
              fields, name, Linear.NAME, Logistic.NAME, TwoWells.NAME, TanhMlp.NAME);
    };
  }
}
