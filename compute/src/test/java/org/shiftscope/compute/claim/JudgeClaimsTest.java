package org.shiftscope.compute.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.ByWay;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Holm;
import org.shiftscope.compute.statistics.RatioOfMeans;

class JudgeClaimsTest {

  private static final double STRONG = 1e-6;

  @Test
  void waysThatDoNotAgreeAreNamed() {
    Judged judged =
        judge(Claim.C2, List.of(evidence("the fit", 1, 5), evidence("the exact ½ sᵀHs", 0, 5)));

    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.sentence()).isEqualTo("Undecided on A at τ = 5 (supported by the fit only).");
  }

  /**
   * Each way is decided, one at both flow times against another: the page's sentence says which.
   */
  @Test
  void whatEachWaySaysIsToldWithoutOpeningAnything() {
    JudgedClaims judged =
        JudgeClaims.of(
            List.of(
                new HeldEvidence(
                    "id",
                    "A",
                    List.of(
                        evidence("the slope", 1, 1),
                        evidence("the fit", -1, 1),
                        evidence("the slope", 1, 5),
                        evidence("the fit", 0, 5)))));
    Judged claim = judged.claims().get(Claim.C2.ordinal());

    assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.ways())
        .containsExactly(
            new ByWay("the slope", Verdict.SUPPORTED), new ByWay("the fit", Verdict.CONTRADICTED));
    assertThat(claim.sentence())
        .isEqualTo(
            "Over all supported by the slope, contradicted by the fit. Undecided on A at τ = 1 (supported by the slope,"
                + " contradicted by the fit), A at τ = 5 (supported by the slope only).");
    assertThat(judged.sentence())
        .contains("Undecided: C2 (supported by the slope, contradicted by the fit). ");
  }

  @Test
  void aVerdictSaysOverWhichFlowTimes() {
    Judged judged = judge(Claim.C2, List.of(evidence("", 1, 1), evidence("", 0, 5)));

    assertThat(judged.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(judged.sentence()).isEqualTo("Supported on A at τ = 1; undecided on A at τ = 5.");
  }

  @Test
  void flowTimesOfWhichTheSameIsSaidAreSaidTogether() {
    assertThat(judge(Claim.C2, List.of(evidence("", 1, 1), evidence("", 1, 5))).sentence())
        .isEqualTo("Supported on A at τ = 1, 5.");
  }

  @Test
  void supportAndContradictionLeaveItUndecided() {
    Judged judged = judge(Claim.C2, List.of(evidence("", 1, 1), evidence("", -1, 5)));

    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.sentence()).isEqualTo("Supported on A at τ = 1; contradicted on A at τ = 5.");
  }

  @Test
  void onePartThatIsContradictedContradictsAll() {
    assertThat(judge(Claim.C2, List.of(evidence("", 1, 1), evidence("", -1, 1))).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void aClaimWithoutEvidenceSaysWhatWouldGiveSome() {
    assertThat(judge(Claim.C8, List.of()).sentence())
        .isEqualTo("Nothing here tells: it is judged by a resampling of train and test samples.");
  }

  /** Five times the smallest, four times the next, and no less than the one before. */
  @Test
  void holmIsAsInHisPaper() {
    assertThat(Holm.adjust(new double[] {0.01, 0.02, 0.03, 0.005, 0.02, Double.NaN}))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.04, 0.06, 0.06, 0.025, 0.06, Double.NaN);
  }

  /** Its ends are the ratios at which the t-test of y − r x is at 5 %. */
  @Test
  void fiellersIntervalHoldsWhatTheTestsDoNotRefuse() {
    var ratio =
        RatioOfMeans.of(
            new double[] {1.1, 0.9, 1.3, 0.8, 1.2}, new double[] {2.2, 2.0, 2.3, 1.9, 2.5});

    assertThat(ratio.value()).isCloseTo(5.3 / 10.9, within(1e-12));
    for (double end : List.of(ratio.interval().low(), ratio.interval().high())) {
      assertThat(Math.abs(ratio.beyond(end).value() / ratio.beyond(end).error()))
          .isCloseTo(2.776445, within(1e-4));
    }
  }

  /** Trials of one split are one witness. */
  @Test
  void drawsAreSplitsWhereThereAreSeveral() {
    List<Place> places =
        IntStream.range(0, 12)
            .mapToObj(i -> new Place(i, 0.001, i % 4, Optional.of((long) (i / 4))))
            .toList();
    double[] numbers =
        IntStream.range(0, 12).mapToDouble(i -> i / 4 + 1 + 0.01 * (i % 4)).toArray();
    ByDraw by = ByDraw.of(places, numbers);

    assertThat(by.drawn()).isEqualTo("splits");
    assertThat(by.draws()).isEqualTo(3);
    assertThat(by.mean(0).freedom()).isEqualTo(2);
    assertThat(by.trials()).isEqualTo(12);
  }

  /** With as many draws as it says, four of five experiments decide. */
  @Test
  void asManyDrawsAsAreNeededDecideWithTheStatedPower() {
    ClaimEvidence seen = new Simulated(5).with(0.6, 0);
    ClaimEvidence exactly = withDeviations(seen, 0.6);
    int needed = NeededDraws.of(exactly, 0.05).orElseThrow();
    long decided =
        IntStream.range(0, 1_000)
            .filter(i -> 2 * new Simulated(needed).with(0.6, 1 + i).supports() < 0.05)
            .count();

    assertThat(needed).isBetween(20, 30);
    assertThat(decided).isBetween(760L, 850L);
  }

  /**
   * A trend over four temperatures whose effect is known: of each pair the higher has the lower
   * value with a probability of Φ. Seeds differ by more than the trend.
   */
  @Test
  void asManyDrawsAsATrendNeedsDecideItWithTheStatedPower() {
    double fall = 0.25;
    double noise = 0.3;
    var normal = new NormalDistribution();
    double expected = 0;
    for (int apart = 1; apart < 4; apart++) {
      double both = apart * fall / 3 / (noise * Math.sqrt(2));
      expected += (4 - apart) * normal.cumulativeProbability(both);
    }
    // Of six pairs three, with a variance of 13 / 6: 4 · 3 · 13 / 72.
    double deviations = (expected - 3) / Math.sqrt(13 / 6.0);
    ClaimEvidence seen = fallsWithin(5, fall, noise, 0);

    int needed = NeededDraws.of(withDeviations(seen, deviations), 0.05).orElseThrow();
    long decided =
        IntStream.range(0, 500)
            .mapToObj(i -> fallsWithin(needed, fall, noise, 1 + i))
            .filter(each -> 2 * each.supports() < 0.05 && each.effect().interval().high() < 0)
            .count();

    assertThat(seen.spreadIsKnown()).isTrue();
    assertThat(needed).isBetween(26, 34);
    assertThat(decided / 500.0).isBetween(0.74, 0.86);
    // What is seen of many draws is about what was planted.
    assertThat(fallsWithin(2_000, fall, noise, 9).deviations()).isCloseTo(deviations, within(0.07));
  }

  private static ClaimEvidence withDeviations(ClaimEvidence of, double deviations) {
    return new ClaimEvidence(
        of.subject(),
        of.effect(),
        of.test(),
        of.supports(),
        of.contradicts(),
        deviations,
        of.spreadIsKnown(),
        of.trials(),
        of.draws(),
        of.drawn(),
        of.sentence());
  }

  private static ClaimEvidence fallsWithin(int seeds, double fall, double noise, long seed) {
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.of(seed).fastGenerator());
    List<Place> places =
        IntStream.range(0, 4 * seeds)
            .mapToObj(i -> new Place(i, 0.001 * (1 + i % 4), i / 4))
            .toList();
    double[] own = IntStream.range(0, seeds).mapToDouble(_ -> normal.sample()).toArray();
    double[] values =
        IntStream.range(0, 4 * seeds)
            .mapToDouble(i -> own[i / 4] - fall * (i % 4) / 3 + noise * normal.sample())
            .toArray();
    return WeighTrend.alongTemperature(places, RandomStreams.of(seed))
        .falls(subject("", Optional.empty()), values);
  }

  private record Simulated(int draws) {

    /** A mean of so many deviations. */
    ClaimEvidence with(double mean, long seed) {
      var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.of(seed).fastGenerator());
      List<Place> places = IntStream.range(0, draws).mapToObj(i -> new Place(i, 0.001, i)).toList();
      double[] numbers =
          IntStream.range(0, draws).mapToDouble(_ -> mean + normal.sample()).toArray();
      return WeighMeans.above(subject("", Optional.empty()), "It", "", ByDraw.of(places, numbers));
    }
  }

  private static Judged judge(Claim claim, List<ClaimEvidence> evidence) {
    JudgedClaims judged = JudgeClaims.of(List.of(new HeldEvidence("id", "A", evidence)));
    return judged.claims().get(claim.ordinal());
  }

  private static ClaimEvidence evidence(String way, int says, double time) {
    double rho = -0.9 * says;
    return new ClaimEvidence(
        subject(way, Optional.of(new FlowTime(time, time))),
        new Effect(
            "ρ", rho, "", new ConfidenceInterval(rho - 0.05, rho + 0.05), Claimed.BELOW_ZERO),
        "planted",
        says == 0 ? 0.5 : says > 0 ? STRONG : 1 - STRONG,
        says == 0 ? 0.5 : says > 0 ? 1 - STRONG : STRONG,
        says,
        true,
        12,
        4,
        "seeds",
        "");
  }

  private static Subject subject(String way, Optional<FlowTime> time) {
    return new Subject(Claim.C2, "id", "Title", way, time, "trends", "");
  }
}
