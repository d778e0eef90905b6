package org.shiftscope.compute.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.claim.HeldEvidence;
import org.shiftscope.compute.claim.JudgeClaims;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Arrival;
import org.shiftscope.compute.result.Decomposition.Change;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Decomposition.Verdict;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.Series;

/** Eq. 4 over planted trials: each sentence comes out either way. */
class MixtureTest {

  private static final List<Double> TEMPERATURES = List.of(0.01, 0.02, 0.04);
  private static final int SEEDS = 5;

  private final RandomGenerator random = RandomStreams.of(8).generator();

  /** The terms of a trial at a temperature, by the factor that T is above the lowest. */
  private interface Plant {
    double[] at(double level);
  }

  @Test
  void whereTheShiftLeadsAtSmallTAndTheCovarianceAboveItIsSaid() {
    Mixture found = of(level -> new double[] {0.001, 0.02, 0, 0.001, 0.012 * level, 0});
    assertThat(String.join(" ", found.sentences()))
        .contains("matches the measured mean test loss at every T")
        .contains(
            "the largest term is the shift-curvature",
            "in 5 of 5 trials, clearly above the covariance-curvature")
        .contains("the shift's is the largest there, as the paper says")
        .contains("from T = 0.02 on it is the covariance-curvature")
        .contains(" windows are stationary within errors.");
    assertThat(found.temperatures().getFirst().sum().mean()).isCloseTo(0.134, within(0.002));
    assertThat(found.temperatures().getFirst().smallT().mean()).isCloseTo(0.12, within(0.002));
    assertThat(found.temperatures().getFirst().leading().lead().interval().low()).isPositive();
  }

  @Test
  void whereTheShiftDoesNotLeadThePaperIsContradicted() {
    Mixture found = of(level -> new double[] {0.001, 0.005, 0, 0.001, 0.03, 0});
    assertThat(String.join(" ", found.sentences()))
        .contains(
            "the covariance-curvature is the largest there, not the shift's as the paper says")
        .doesNotContain("; from T");
  }

  @Test
  void whereTwoAreAlikeNeitherIsClaimed() {
    Mixture found = of(level -> new double[] {0, 0.02, 0, 0.02, 0.001, 0});
    assertThat(String.join(" ", found.sentences())).contains("not told ap");
    assertThat(found.temperatures().getFirst().leadingCurvature().clear()).isFalse();
  }

  @Test
  void aSlopeBelowZeroLeadsByItsSize() {
    Mixture found = of(level -> new double[] {-0.05, 0.02, 0, 0.01, 0.001, 0});
    assertThat(found.temperatures().getFirst().leading().term()).isEqualTo(Term.SLOPE);
    assertThat(String.join(" ", found.sentences())).contains("the largest term is the slope, −0.0");
  }

  @Test
  void aResidualAboveATenthOfTheExcessIsNoMatch() {
    Mixture found = of(level -> new double[] {0, 0.02, 0, 0, 0.01, 0.01 * level});
    assertThat(String.join(" ", found.sentences()))
        .contains("misses the measured mean test loss by 10 % of the excess or more at every T")
        .contains("57 % of the excess at T = 0.04");
    assertThat(
            String.join(
                " ",
                of(level -> new double[] {0, 0.02, 0, 0, 0.01, level > 3 ? 0.01 : 0}).sentences()))
        .contains("within 10 % of the excess at 2 of 3 temperatures");
  }

  @Test
  void oneTrialHasNoIntervalAndNothingIsToldFromAnother() {
    Seen<Decomposition> one =
        seen(List.of(new Place(0, 0.01, 0)), List.of(trial(new double[] {0, 0.02, 0, 0, 0.01, 0})));
    Mixture found = FindMixture.of(one);
    assertThat(found.temperatures().getFirst().sum().interval().low()).isNaN();
    assertThat(String.join(" ", found.sentences())).contains("(one trial)");
  }

  /** C5 by the three outcomes: the shift leads, another does, two are alike. */
  @Test
  void theClaimThatTheShiftLeadsIsJudgedAtTheLowestTemperature() {
    assertThat(verdict(level -> new double[] {0.001, 0.02, 0, 0.001, 0.012 * level, 0}))
        .isEqualTo(Claim.Verdict.SUPPORTED);
    assertThat(verdict(level -> new double[] {0.001, 0.005, 0, 0.001, 0.03, 0}))
        .isEqualTo(Claim.Verdict.CONTRADICTED);
    assertThat(verdict(level -> new double[] {0, 0.02, 0, 0.02, 0.001, 0}))
        .isEqualTo(Claim.Verdict.UNDECIDED);
    // As large, and lowering the loss: no smaller a part.
    assertThat(verdict(level -> new double[] {0, 0.02, 0, 0.001, -0.05, 0}))
        .isEqualTo(Claim.Verdict.CONTRADICTED);
  }

  private Claim.Verdict verdict(Plant plant) {
    return JudgeClaims.of(
            List.of(
                new HeldEvidence("id", "Planted", ClaimLargestPart.of(simulate(plant), "figures"))))
        .claims()
        .get(Claim.C5.ordinal())
        .verdict();
  }

  private Mixture of(Plant plant) {
    return FindMixture.of(simulate(plant));
  }

  private Seen<Decomposition> simulate(Plant plant) {
    List<Place> places = new ArrayList<>();
    List<Decomposition> trials = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double t : TEMPERATURES) {
        places.add(new Place(places.size(), t, seed));
        trials.add(trial(plant.at(t / TEMPERATURES.getFirst())));
      }
    }
    return seen(places, trials);
  }

  private static Seen<Decomposition> seen(List<Place> places, List<Decomposition> trials) {
    return new Seen<>(
        new CountedTrials(trials.size(), trials.size(), places, List.of(), List.of(), ""),
        trials,
        RandomStreams.of(0));
  }

  /** Slope, shift, cross, bias, covariance and residual, each with noise of 2 % of the largest. */
  private Decomposition trial(double[] planted) {
    double[] terms = planted.clone();
    for (int i = 0; i < 5; i++) {
      terms[i] += 2e-4 * random.nextGaussian();
    }
    double sum = 0.1 + terms[0] + terms[1] + terms[2] + terms[3] + terms[4];
    var change = new Change(0, 1, true);
    return new Decomposition(
        "",
        new Decomposition.Window(64, 1_000, 10, 0.01, 1, 1, 1),
        part(0.1),
        part(0),
        part(terms[0]),
        part(terms[1]),
        part(terms[2]),
        part(terms[3]),
        part(terms[4]),
        part(sum),
        part(sum + terms[5]),
        part(terms[5]),
        sum,
        sum,
        Verdict.WITHIN_ERROR,
        10,
        Series.of(new double[64]),
        new Arrival(true, "", change, change, change, 1, 1, true, part(1), part(1)),
        java.util.Optional.empty());
  }

  private static Part part(double value) {
    return new Part(value, 1e-4);
  }
}
