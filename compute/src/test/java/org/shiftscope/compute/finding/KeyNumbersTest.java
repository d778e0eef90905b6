package org.shiftscope.compute.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.node.ObjectNode;

/** The few numbers by which experiments are found. */
class KeyNumbersTest {

  private static final ExperimentSpec SPEC = atOneFlowTime();

  private static ExperimentSpec atOneFlowTime() {
    ObjectNode spec = WriteSpec.toJson(Presets.all().getFirst().spec());
    spec.get("refinement").asObject().remove("earlier");
    return ReadSpec.from(spec);
  }

  private static TrialResult measured(double curvature) {
    Series line = Series.of(0.2, 0.1, 0.2, 0.3);
    return new PlantedShift.Along(
            PlantedShift.flowEnd(0.1),
            PlantedShift.flowEnd(0.1),
            1,
            new ShiftMeasurement.Line(Series.of(-1, 0, 1, 2), line, line, line, line),
            PlantedShift.fit(1, 1, 1, 0),
            PlantedShift.fit(curvature, 1, curvature, 0),
            new ShiftMeasurement.Eq3Check(
                0.2, 0.2 + curvature / 2, 0.2 + curvature / 2, 0.2 + curvature / 2))
        .after(PlantedShift.sgd(false, 0.11, 0.21, 0.99, 0.95), Outcome.MEASURED);
  }

  @Test
  void meansAreOverAllTrialsAndTauIsThatOfTheTrend() {
    Map<Integer, TrialResult> results = new TreeMap<>();
    List<Double> all =
        IntStream.range(0, SPEC.trialCount())
            .mapToObj(SPEC::temperatureOf)
            .distinct()
            .sorted()
            .toList();
    for (int n = 0; n < SPEC.trialCount(); n++) {
      results.put(n, measured(1 - 0.1 * all.indexOf(SPEC.temperatureOf(n))));
    }
    double mean =
        results.values().stream()
            .mapToDouble(result -> ((ShiftMeasurement) result).testFit().curvature())
            .average()
            .orElseThrow();

    KeyNumbers found = KeyNumbers.of(Kind.of(SPEC).findings(results, Include.COUNTED));

    assertThat(found.curvature().orElseThrow()).isCloseTo(mean, within(1e-12));
    assertThat(found.excess().orElseThrow()).isCloseTo(mean / 2, within(1e-12));
    assertThat(found.tau()).hasValue(-1);
    assertThat(found.trend()).contains(Direction.FALLS);
  }

  @Test
  void withoutResultsThereAreNone() {
    KeyNumbers found = KeyNumbers.of(Kind.of(SPEC).findings(Map.of(), Include.COUNTED));
    assertThat(found.curvature()).isEmpty();
    assertThat(found.excess()).isEmpty();
    assertThat(found.tau()).isEmpty();
    assertThat(found.trend()).isEmpty();
  }

  /** t of 4 degrees of freedom: 2.7764 at 97.5 %, by any table. */
  @Test
  void theIntervalOfAMeanIsStudents() {
    assertThat(new Mean(0.1, 5, 1, 0.5, 0.2).halfInterval()).isCloseTo(0.55529, within(1e-5));
    assertThat(new Mean(0.1, 1, 1, Double.NaN, Double.NaN).halfInterval()).isNaN();
  }
}
