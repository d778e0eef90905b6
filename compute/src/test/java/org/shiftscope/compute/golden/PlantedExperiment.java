package org.shiftscope.compute.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An experiment of any kind whose trials have numbers that are known: the golden result of the
 * kind, with some of its numbers replaced.
 */
record PlantedExperiment(JsonNode golden, ObjectNode json, ExperimentSpec spec) {

  /** Plants numbers in the result of one trial. */
  @FunctionalInterface
  interface Plant {

    /**
     * Replaces numbers.
     *
     * @param level the temperature's place among the four, from 0
     * @param noise a standard normal deviate of this trial's own
     */
    void plant(ObjectNode result, int level, double noise);
  }

  /** Four temperatures up to the golden spec's, from half of it, and five seeds. */
  static PlantedExperiment of(String name) {
    JsonNode golden = GoldenFiles.json("results", name);
    ObjectNode json = golden.get("spec").asObject().deepCopy();
    double highest = json.get("temperatures").get(0).asDouble();
    put(json, "temperatures", List.of(highest / 2, highest / 1.6, highest / 1.25, highest));
    put(json, "seeds", List.of(1, 2, 3, 4, 5));
    return new PlantedExperiment(golden, json, ReadSpec.from(json));
  }

  /** The same with other values of one field. */
  PlantedExperiment with(String field, List<? extends Number> values) {
    ObjectNode changed = json.deepCopy();
    put(changed, field, values);
    return new PlantedExperiment(golden, changed, ReadSpec.from(changed));
  }

  Findings find(Plant plant) {
    UniformRandomProvider random = RandomStreams.of(11).fastGenerator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    List<Double> temperatures =
        IntStream.range(0, spec.trialCount())
            .mapToObj(spec::temperatureOf)
            .distinct()
            .sorted()
            .toList();
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      ObjectNode result = golden.get("result").asObject().deepCopy();
      result.putObject("execution").put("device", "cpu").put("threads", 1).put("version", "test");
      plant.plant(result, temperatures.indexOf(spec.temperatureOf(trial)), normal.sample());
      results.put(trial, ResultJson.fromJson(result));
    }
    return Kind.of(spec).findings(results, Include.ALL);
  }

  private static void put(ObjectNode json, String field, List<? extends Number> values) {
    ArrayNode array = json.putArray(field);
    values.forEach(
        value -> {
          if (value instanceof Integer whole) {
            array.add(whole);
          } else {
            array.add(value.doubleValue());
          }
        });
  }
}
