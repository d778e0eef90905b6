package org.shiftscope.compute.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shiftscope.compute.comparison.PlantedExperiment.momentum;
import static org.shiftscope.compute.comparison.PlantedExperiment.plain;
import static org.shiftscope.compute.comparison.PlantedExperiment.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

class CompareExperimentsTest {

  /** What T changes over its range in what is planted; a quarter of it is the margin. */
  private static final double EFFECT = 0.4;

  /** The spread of seeds, and of a trial beside its seed. */
  private static final double SEEDS = 0.1;

  private static final double TRIALS = 0.03;

  private static final int SWEEPS = 400;

  @Test
  void anEqualPairIsFoundEqualAtEveryTemperature() {
    ExperimentComparison found = compare(1, 20, 0);

    assertThat(found.quantities().getFirst().margin()).isCloseTo(EFFECT / 4, within(0.01));
    assertThat(tests(found))
        .extracting(AtEqualTemperature::verdict)
        .containsOnly(Verdict.EQUIVALENT);
    assertThat(tests(found)).allMatch(test -> test.standsAt(found.level()));
    assertThat(tests(found)).extracting(AtEqualTemperature::pairs).containsOnly(20);
    assertThat(found.quantities().getFirst().sentence())
        .startsWith(
            "Length of the shift ‖s‖ at τ = 5: at equal T, within a quarter of T's own effect (± ")
        .endsWith("length), “Momentum” gives the same as “Plain” at 3 of 3 temperatures.");
    assertThat(found.sentence())
        .startsWith(
            "At equal T, “Momentum” gives the same as “Plain” within a quarter of T's own effect in 3 of 3 tests")
        .doesNotContain("Different:");
    assertThat(found.others().getFirst().sentence())
        .isEqualTo("It differs in one thing, sgd.dynamics: plain → momentum 0.9.");
  }

  @Test
  void aShiftBeyondTheMarginIsFoundDifferentWithItsSize() {
    ExperimentComparison found = compare(2, 20, -EFFECT / 2);

    assertThat(tests(found))
        .extracting(AtEqualTemperature::verdict)
        .containsOnly(Verdict.DIFFERENT);
    assertThat(tests(found))
        .allSatisfy(test -> assertThat(test.difference()).isCloseTo(-EFFECT / 2, within(0.04)));
    assertThat(found.sentence())
        .endsWith("Different: Length of the shift ‖s‖ at τ = 5 (lower at T = 0.003, 0.01, 0.03).");
  }

  /** The same numbers under other seeds: nothing pairs, and the seeds' spread stays in. */
  @Test
  void seedsThatPairNarrowTheInterval() {
    ToDoubleFunction<Place> reference = planted(3, 0, 0);
    ToDoubleFunction<Place> other = planted(3, 1, 0);
    ComparedExperiment plain = sweep("Plain", seeds(0, 20), plain()).with(reference);
    ExperimentComparison paired =
        CompareExperiments.of(
            plain, List.of(sweep("Momentum", seeds(0, 20), momentum()).with(other)));
    ExperimentComparison unpaired =
        CompareExperiments.of(
            plain,
            List.of(
                sweep("Momentum", seeds(100, 20), momentum())
                    .with(at -> other.applyAsDouble(moved(at, -100)))));

    for (int i = 0; i < 3; i++) {
      AtEqualTemperature pairs = tests(paired).get(i);
      AtEqualTemperature alone = tests(unpaired).get(i);
      assertThat(alone.difference()).isCloseTo(pairs.difference(), within(1e-12));
      assertThat(width(alone)).isGreaterThan(2 * width(pairs));
      assertThat(alone.pairs()).isZero();
      assertThat(alone.draws()).isEqualTo(20);
    }
    assertThat(unpaired.quantities().getFirst().sentence())
        .contains("not in pairs, for want of common seeds");
    assertThat(unpaired.others().getFirst().sentence())
        .endsWith("Beside that, which changes no trial, seeds: 0 to 19 → 100 to 119.");
  }

  @Test
  void onlySeedsThatBothHaveArePaired() {
    ExperimentComparison found =
        CompareExperiments.of(
            sweep("Plain", seeds(0, 12), plain()).with(planted(4, 0, 0)),
            List.of(sweep("Momentum", seeds(5, 12), momentum()).with(planted(4, 1, 0))));

    assertThat(tests(found)).extracting(AtEqualTemperature::pairs).containsOnly(7);
    assertThat(tests(found)).extracting(AtEqualTemperature::draws).containsOnly(7);
  }

  /**
   * A difference that is the margin itself is the worst case of both errors. The margin is measured
   * too, by as many seeds, which adds a sixteenth to the variance.
   */
  @Test
  void onTheMarginEqualAndDifferentAreSaidInAboutOneOfTwentyTests() {
    int[] paired = verdictsOf(EFFECT / 4, 0);
    assertThat(paired[Verdict.EQUIVALENT.ordinal()]).isBetween(30, 110);
    assertThat(paired[Verdict.DIFFERENT.ordinal()]).isBetween(30, 110);

    int[] unpaired = verdictsOf(EFFECT / 4, 1000);
    assertThat(unpaired[Verdict.EQUIVALENT.ordinal()]).isLessThan(110);
    assertThat(unpaired[Verdict.DIFFERENT.ordinal()]).isLessThan(110);
  }

  @Test
  void beyondTheMarginEqualIsNeverSaidAndWithinItDifferentIsNever() {
    assertThat(verdictsOf(EFFECT / 4 * 1.5, 0)[Verdict.EQUIVALENT.ordinal()]).isLessThan(6);
    int[] same = verdictsOf(0, 0);
    assertThat(same[Verdict.DIFFERENT.ordinal()]).isZero();
    assertThat(same[Verdict.EQUIVALENT.ordinal()]).isGreaterThan(1100);
  }

  /** Three tests a page: after Holm, a page on the margin has a wrong verdict in at most 5 %. */
  @Test
  void afterHolmAPageIsWrongInAtMostOneOfTwenty() {
    int wrong = 0;
    for (int i = 0; i < SWEEPS; i++) {
      ExperimentComparison found = compare(10_000 + i, 12, EFFECT / 4);
      wrong += tests(found).stream().anyMatch(test -> test.standsAt(found.level())) ? 1 : 0;
    }
    assertThat(wrong).isLessThan(32);
  }

  @Test
  void splitsAreTheDrawsWhereThereAreSeveral() {
    DatasetSpec split =
        new DatasetSpec(
            DatasetName.DIGITS, 1347, 450, Optional.of(new Seeds(List.of(1L, 2L, 3L, 4L))));
    ExperimentComparison found =
        CompareExperiments.of(
            sweep("Plain", split, PlantedExperiment.TEMPERATURES, seeds(0, 5), plain())
                .with(planted(5, 0, 0)),
            List.of(
                sweep("Momentum", split, PlantedExperiment.TEMPERATURES, seeds(0, 5), momentum())
                    .with(planted(5, 1, 0))));

    assertThat(tests(found)).extracting(AtEqualTemperature::pairs).containsOnly(20);
    assertThat(tests(found)).extracting(AtEqualTemperature::draws).containsOnly(4);
    assertThat(tests(found)).extracting(AtEqualTemperature::drawn).containsOnly("splits");
  }

  @Test
  void theSameBitsAreEqual() {
    ComparedExperiment plain = sweep("Plain", seeds(0, 4), plain()).with(planted(6, 0, 0));
    ExperimentComparison found =
        CompareExperiments.of(
            plain, List.of(sweep("Again", seeds(0, 4), plain()).with(planted(6, 0, 0))));

    assertThat(tests(found)).extracting(AtEqualTemperature::equal).containsOnly(0.0);
    assertThat(tests(found))
        .extracting(AtEqualTemperature::verdict)
        .containsOnly(Verdict.EQUIVALENT);
    assertThat(found.others().getFirst().sentence())
        .isEqualTo("It differs in nothing that changes a trial.");
  }

  @Test
  void oneTemperatureOfTheReferenceIsNoMeasure() {
    ComparedExperiment one =
        sweep("One", DatasetSpec.all(DatasetName.DIGITS), List.of(0.01), seeds(0, 8), plain())
            .with(planted(7, 0, 0));
    ComparedExperiment three = sweep("Three", seeds(0, 8), momentum()).with(planted(7, 1, 0));

    ExperimentComparison found = CompareExperiments.of(one, List.of(three));
    assertThat(found.tests()).isZero();
    assertThat(tests(found))
        .extracting(AtEqualTemperature::verdict)
        .containsOnly(Verdict.UNDECIDED);
    assertThat(found.sentence()).contains("has results at one temperature only");

    ExperimentComparison turned = CompareExperiments.of(three, List.of(one));
    assertThat(turned.tests()).isEqualTo(1);
    assertThat(tests(turned).getFirst().temperature()).isEqualTo(0.01);
  }

  @Test
  void aTemperatureWithOtherLastDigitsIsTheSame() {
    ComparedExperiment other =
        sweep(
                "Rounded",
                DatasetSpec.all(DatasetName.DIGITS),
                List.of(0.003 * (1 + 1e-14), 0.01, 0.02),
                seeds(0, 4),
                momentum())
            .with(planted(8, 1, 0));
    ExperimentComparison found =
        CompareExperiments.of(
            sweep("Plain", seeds(0, 4), plain()).with(planted(8, 0, 0)), List.of(other));

    assertThat(tests(found))
        .extracting(AtEqualTemperature::temperature)
        .containsExactly(0.003, 0.01);
    assertThat(tests(found)).extracting(AtEqualTemperature::pairs).containsOnly(4);
  }

  @Test
  void pointsAreComparedAtTheFlowTimesThatBothHave() {
    PlantedExperiment plain = sweep("Plain", seeds(0, 4), plain());
    PlantedExperiment longer =
        sweep("Longer", seeds(0, 4), momentum())
            .refinedBy(PlantedExperiment.flow(25, Optional.of(new EarlierTimes(List.of(0.2)))));
    ExperimentComparison found =
        CompareExperiments.of(plain.with(planted(9, 0, 0)), List.of(longer.with(planted(9, 1, 0))));

    assertThat(found.quantities()).hasSize(1);
    assertThat(found.quantities().getFirst().flowTime()).contains(new FlowTime(5, 5));
    assertThat(
            CompareExperiments.refuse(
                plain.with(planted(9, 0, 0)),
                sweep("Short", seeds(0, 4), momentum())
                    .refinedBy(PlantedExperiment.flow(1, Optional.empty()))
                    .with(planted(9, 1, 0))))
        .hasValueSatisfying(law -> assertThat(law).startsWith("must have a quantity in common"));
  }

  @Test
  void withoutACommonTemperatureItIsRefused() {
    ComparedExperiment other =
        sweep("High", DatasetSpec.all(DatasetName.DIGITS), List.of(0.1), seeds(0, 4), plain())
            .empty();
    assertThat(
            CompareExperiments.refuse(
                sweep("Plain", seeds(0, 4), plain()).with(planted(9, 0, 0)), other))
        .contains(
            "must have a temperature in common with the first experiment, which has T = 0.003, 0.01, 0.03; its own are T = 0.1");
  }

  @Test
  void beforeResultsItSaysWhatIsLacking() {
    ComparedExperiment plain = sweep("Plain", seeds(0, 4), plain()).empty();
    ComparedExperiment momentum = sweep("Momentum", seeds(0, 4), momentum()).empty();

    assertThat(CompareExperiments.refuse(plain, momentum)).isEmpty();
    ExperimentComparison found = CompareExperiments.of(plain, List.of(momentum));
    assertThat(found.sentence()).startsWith("Nothing can be told");
    assertThat(found.others().getFirst().trials())
        .isEqualTo("0 of 12 trials have a result so far.");
  }

  /** How often each verdict is given over simulated sweeps, of three tests each. */
  private static int[] verdictsOf(double shift, long otherSeeds) {
    int[] counts = new int[Verdict.values().length];
    for (int i = 0; i < SWEEPS; i++) {
      ToDoubleFunction<Place> other = planted(i, 1, shift);
      ExperimentComparison found =
          CompareExperiments.of(
              sweep("Plain", seeds(0, 12), plain()).with(planted(i, 0, 0)),
              List.of(sweep("Momentum", seeds(otherSeeds, 12), momentum()).with(other)));
      tests(found).forEach(test -> counts[test.verdict().ordinal()]++);
    }
    return counts;
  }

  private static ExperimentComparison compare(long sweep, int seeds, double shift) {
    return CompareExperiments.of(
        sweep("Plain", seeds(0, seeds), plain()).with(planted(sweep, 0, 0)),
        List.of(sweep("Momentum", seeds(0, seeds), momentum()).with(planted(sweep, 1, shift))));
  }

  /** Falls with ln T; a seed has its own level, and every trial its own noise. */
  private static ToDoubleFunction<Place> planted(long sweep, int dynamics, double shift) {
    return at -> {
      var level = new SplittableRandom(sweep * 1_000_003 + at.seed() * 7919);
      var own =
          new SplittableRandom(
              Arrays.hashCode(
                  new long[] {
                    sweep,
                    at.seed(),
                    dynamics,
                    at.split().orElse(0L),
                    Math.round(at.temperature() * 1e6)
                  }));
      double share = Math.log(at.temperature() / 0.003) / Math.log(10);
      return 1
          - EFFECT * share
          + shift
          + SEEDS * level.nextGaussian()
          + TRIALS * own.nextGaussian();
    };
  }

  private static Place moved(Place at, long seeds) {
    return new Place(at.trial(), at.temperature(), at.seed() + seeds, at.split());
  }

  private static List<Long> seeds(long from, int count) {
    return LongStream.range(from, from + count).boxed().toList();
  }

  private static double width(AtEqualTemperature test) {
    return test.interval().high() - test.interval().low();
  }

  private static List<AtEqualTemperature> tests(ExperimentComparison found) {
    return found.quantities().getFirst().others().getFirst().temperatures();
  }
}
