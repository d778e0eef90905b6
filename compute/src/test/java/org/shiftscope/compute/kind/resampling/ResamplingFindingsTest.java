package org.shiftscope.compute.kind.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.ResamplingFindings;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.DistributionShift;
import org.shiftscope.compute.result.ResamplingFindings.FiniteSample;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.SampleSizes;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.ShuffleSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * What is planted is found, and what is not there is not. Test losses are 0.2, times what a split
 * and a seed make of it; the margin is a tenth.
 */
class ResamplingFindingsTest {

  private static final int EXPERIMENTS = 200;
  static final List<Integer> SIZES = List.of(225, 449, 898, 1_797);

  /** A split's own deviation is 3 %, a seed's 2 %; the given split is one of them. */
  @Test
  void aGivenSplitThatIsADrawHasNoShift() {
    assertThat(shifts(25, 0, 0.03, is(DistributionShift.NONE))).isGreaterThan(0.8);
    assertThat(shifts(25, 0, 0.03, is(DistributionShift.FOUND))).isLessThan(0.02);
  }

  /** Where splits differ by more than the margin, their chance is not taken for a shift. */
  @Test
  void chanceOfSplitsIsHardlyTakenForAShift() {
    assertThat(shifts(25, 0, 0.3, is(DistributionShift.FOUND))).isLessThan(0.08);
    assertThat(shifts(8, 0, 0.3, is(DistributionShift.FOUND))).isLessThan(0.08);
  }

  @Test
  void aPlantedShiftIsFound() {
    assertThat(shifts(25, 0.25, 0.03, is(DistributionShift.FOUND))).isGreaterThan(0.9);
    assertThat(shifts(5, 0.4, 0.03, is(DistributionShift.FOUND))).isGreaterThan(0.9);
    assertThat(shifts(25, 0.25, 0.03, is(DistributionShift.NONE))).isZero();
  }

  /** Test samples that are easier than shuffled ones are not what another distribution makes. */
  @Test
  void aGivenSplitThatIsEasierIsNotTakenForAShift() {
    assertThat(shifts(25, -0.25, 0.03, is(DistributionShift.UNDECIDED))).isGreaterThan(0.9);
    assertThat(comparison(25, -0.25, 0.03).sentence()).contains("lower than on shuffled ones");
  }

  @Test
  void aComparisonTellsItsNumbersAndWhatWouldDecide() {
    Comparison close = comparison(3, 0.05, 0.06);
    Comparison few = comparison(2, 0.05, 0.03);

    assertThat(close.given().values().size()).isEqualTo(3);
    assertThat(close.given().mean() - close.shuffled().mean())
        .isCloseTo(close.difference(), within(1e-15));
    assertThat(close.margin()).isCloseTo(0.1 * close.shuffled().mean(), within(1e-15));
    assertThat(close.draw().rankPValue()).isGreaterThanOrEqualTo(0.5);
    assertThat(close.shift()).isEqualTo(DistributionShift.UNDECIDED);
    assertThat(close.seedsNeeded()).isGreaterThan(3);
    assertThat(close.sentence())
        .startsWith("Test loss of SGD is ")
        .contains(
            " over 3 pairs; ", "is undecided: it needs about " + close.seedsNeeded() + " seeds.");
    assertThat(few.equivalence()).isEmpty();
    assertThat(few.sentence()).contains("nothing is claimed below three");
  }

  @Test
  void aPlantedPowerOfTheSampleSizeIsFound() {
    ResamplingFindings found = sizes(5, 0.5, 1);
    var loss = found.sizes().orElseThrow().trends().getFirst();

    assertThat(found.sizes().orElseThrow().shift()).isEqualTo(FiniteSample.SHOWN);
    assertThat(loss.power().orElseThrow().exponent()).isBetween(0.42, 0.58);
    assertThat(loss.power().orElseThrow().interval().low()).isBetween(0.3, 0.5);
    assertThat(loss.sizes()).extracting(at -> at.sampleSize()).containsExactlyElementsOf(SIZES);
    assertThat(loss.test().sentence()).startsWith("Test loss of SGD falls with n: from ");
    assertThat(found.sentences().getLast()).contains("So smaller samples shift more");
  }

  @Test
  void trendsAgainstTheSampleSizeAreFoundAndNullsAreKept() {
    assertThat(shown(0.3)).isGreaterThan(0.9);
    assertThat(shown(0)).isLessThan(0.02);
  }

  private static Predicate<DistributionShift> is(DistributionShift verdict) {
    return verdict::equals;
  }

  private static double shown(double exponent) {
    return IntStream.range(0, EXPERIMENTS)
            .filter(i -> sizes(5, exponent, i).sizes().orElseThrow().shift() == FiniteSample.SHOWN)
            .count()
        / (double) EXPERIMENTS;
  }

  private static double shifts(
      int seeds, double planted, double ofSplits, Predicate<DistributionShift> verdict) {
    UniformRandomProvider random = RandomStreams.of(seeds).fastGenerator();
    Resampling spec = spec(seeds, true, List.of());
    return IntStream.range(0, EXPERIMENTS)
            .mapToObj(_ -> shuffled(spec, random, planted, ofSplits).shift())
            .filter(verdict)
            .count()
        / (double) EXPERIMENTS;
  }

  private static Comparison comparison(int seeds, double planted, double ofSplits) {
    return shuffled(
        spec(seeds, true, List.of()), RandomStreams.of(4).fastGenerator(), planted, ofSplits);
  }

  private static Comparison shuffled(
      Resampling spec, UniformRandomProvider random, double planted, double ofSplits) {
    return FindResampling.of(
            spec, shuffledResults(spec, random, planted, ofSplits), Include.COUNTED)
        .shuffle()
        .orElseThrow()
        .comparisons()
        .getFirst();
  }

  static Map<Integer, ShiftMeasurement> shuffledResults(
      Resampling spec, UniformRandomProvider random, double planted, double ofSplits) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double given = planted + ofSplits * normal.sample();
    Map<Integer, ShiftMeasurement> results = new HashMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      double split = spec.draw(trial).given() ? given : ofSplits * normal.sample();
      results.put(trial, measured(0.2 * (1 + split + 0.02 * normal.sample()), 1));
    }
    return results;
  }

  private static ResamplingFindings sizes(int seeds, double exponent, long stream) {
    Resampling spec = spec(seeds, false, SIZES);
    return FindResampling.of(spec, sizesResults(spec, exponent, stream), Include.COUNTED);
  }

  /** A draw's own deviation is 10 %, the same at every size, and a trial's 10 %. */
  static Map<Integer, ShiftMeasurement> sizesResults(
      Resampling spec, double exponent, long stream) {
    int seeds = spec.seeds().values().size();
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.of(stream).fastGenerator());
    double[] own = IntStream.range(0, seeds).mapToDouble(_ -> normal.sample()).toArray();
    Map<Integer, ShiftMeasurement> results = new HashMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      double size = Math.pow(spec.draw(trial).sampleSize() / 225.0, -exponent);
      double draw = 0.1 * own[trial / SIZES.size()];
      results.put(
          trial,
          measured(
              0.3 * size * Math.exp(draw + 0.1 * normal.sample()),
              2 * size * Math.exp(draw + 0.1 * normal.sample())));
    }
    return results;
  }

  private static ShiftMeasurement measured(double testLoss, double shiftNorm) {
    Series alpha = Series.of(new LineSpec(-1, 2, 61).alphas());
    return new PlantedShift.Along(
            PlantedShift.flowEnd(0.04),
            PlantedShift.flowEnd(0.3),
            shiftNorm,
            new Line(alpha, alpha, alpha, alpha, alpha),
            PlantedShift.fit(1, shiftNorm, 1, 0),
            PlantedShift.fit(0.1, shiftNorm, 0.1, 0.01),
            new Eq3Check(0.3, 0.4, 0.35, 0.36))
        .after(PlantedShift.sgd(false, 0.02, testLoss, 1, 0.9), Outcome.MEASURED);
  }

  static Resampling spec(int seeds, boolean shuffle, List<Integer> sizes) {
    return new Resampling(
        "Planted",
        new TrainingSpec(
            DatasetSpec.all(DatasetName.DIGITS),
            new NetworkSpec.Mlp(List.of(8), Activation.RELU, 1),
            new Temperatures.Listed(List.of(0.003)),
            new Seeds(LongStream.range(0, seeds).boxed().toList()),
            new SgdSpec.AtTemperature(32, 1, 10, 1e-5)),
        new RefinementSpec.Minimum(1e-4, 10),
        new LineSpec(-1, 2, 61),
        shuffle ? Optional.of(new ShuffleSpec(0.1)) : Optional.empty(),
        sizes.isEmpty() ? Optional.empty() : Optional.of(new SampleSizes(sizes)));
  }
}
