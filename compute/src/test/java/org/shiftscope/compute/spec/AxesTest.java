package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class AxesTest {

  private static final Axes THREE =
      Axes.of(
          Axis.of(new Temperatures.Listed(List.of(0.001, 0.002))),
          Axis.ofBatchSizes(List.of(1, 8, 64)),
          Axis.of(new Seeds(List.of(5L, 3L))));

  static List<Preset> presets() {
    return Presets.all();
  }

  @Test
  void trialsGoThroughTheTemperaturesFirstAndTheSeedsLast() {
    assertThat(THREE.count()).isEqualTo(12);
    assertThat(THREE.label(0)).isEqualTo("T = 0.001, B = 1, seed 5");
    assertThat(THREE.label(1)).isEqualTo("T = 0.002, B = 1, seed 5");
    assertThat(THREE.label(2)).isEqualTo("T = 0.001, B = 8, seed 5");
    assertThat(THREE.label(11)).isEqualTo("T = 0.002, B = 64, seed 3");
    assertThat(THREE.at(9))
        .containsExactly(entry("temperature", 0.002), entry("batchSize", 8), entry("seed", 3L));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyCombinationIsOneTrial(Preset preset) {
    Axes axes = preset.spec().axes();
    Set<Object> seen = new LinkedHashSet<>();
    IntStream.range(0, axes.count()).forEach(trial -> seen.add(axes.at(trial)));
    assertThat(seen)
        .hasSize(
            axes.together()
                ? axes.all().getFirst().size()
                : axes.all().stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact));
  }

  @Test
  void whatATrialIsTakesNoTimeHoweverManyTemperaturesThereAre() {
    var many = new Temperatures.Logarithmic(1e-3, 1, 1_000);
    var seeds = new Seeds(LongStream.range(0, 10).boxed().toList());
    var check =
        new AssumptionCheck(
            "Many", new AssumptionCheck.DigitsRegression(3, 8, 2, 1e-3, 5), many, seeds);
    assertThat(check.temperatureOf(4_321)).isEqualTo(many.values().get(321));
    // All temperatures made anew for each trial took minutes of powers; this takes milliseconds.
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (int round = 0; round < 10; round++) {
            for (int trial = 0; trial < check.trialCount(); trial++) {
              check.temperatureOf(trial);
            }
          }
        });
  }

  @Test
  void splitsAreTheSlowestAxisAndLeaveTheNumbersOfTheFirstAsTheyWere() {
    TemperatureSweep given = (TemperatureSweep) Presets.all().getFirst().spec();
    ObjectNode json = WriteSpec.toJson(given);
    json.withObjectProperty("dataset").putArray("splits").add(8).add(0).add(3);
    TemperatureSweep split = (TemperatureSweep) ReadSpec.from(json);
    assertThat(WriteSpec.toJson(split).toString()).isEqualTo(json.toString());
    int trials = given.trialCount();
    assertThat(split.trialCount()).isEqualTo(3 * trials);
    for (int trial = 0; trial < trials; trial++) {
      assertThat(split.trialLabel(trial)).isEqualTo(given.trialLabel(trial) + ", split 8");
      assertThat(split.seedOf(trial + trials)).isEqualTo(given.seedOf(trial));
      assertThat(split.splitOf(trial + 2 * trials)).contains(3L);
      assertThat(given.splitOf(trial)).isEmpty();
    }
    assertThat(split.datasets())
        .containsExactly(given.dataset().in(8), given.dataset().in(0), given.dataset().in(3));
  }

  @Test
  void moreTrialsThanAPageTellsApartAreRefusedAtTheirField() {
    InvalidSpec invalid =
        catchThrowableOfType(
            InvalidSpec.class,
            () ->
                new AssumptionCheck(
                    "Too many",
                    new AssumptionCheck.DigitsRegression(3, 8, 2, 1e-3, 5),
                    new Temperatures.Logarithmic(1e-3, 1, 1_000),
                    new Seeds(LongStream.range(0, 1_000).boxed().toList())));
    assertThat(invalid.problems())
        .containsExactly(
            new Problem("temperatures", "times seeds must make at most 10000 trials", "1000000"));
  }

  @Test
  void logarithmicTemperaturesHaveTheirEndsExactlyAndEqualRatios() {
    List<Double> values = new Temperatures.Logarithmic(3e-3, 3e-2, 4).values();
    assertThat(values).hasSize(4).startsWith(3e-3).endsWith(3e-2);
    assertThat(values.get(1) / values.get(0))
        .isCloseTo(values.get(3) / values.get(2), org.assertj.core.data.Offset.offset(1e-12));
  }
}
