package org.shiftscope.compute.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.claim.HeldEvidence;
import org.shiftscope.compute.claim.JudgeClaims;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * What is planted in simulated sweeps is found, and what is not there is not: each claim comes out
 * supported, contradicted and undecided. Twenty sweeps each; 200 with {@code make claims}.
 */
class PlantedClaimsTest {

  private static final int SWEEPS = System.getProperty("claims") == null ? 20 : 200;

  /**
   * Of so many, at most three deviations above 5 %: chance alone passes it once in several hundred.
   */
  private static final long MOST_WRONG =
      (long) Math.floor(0.05 * SWEEPS + 3 * Math.sqrt(0.05 * 0.95 * SWEEPS));

  private static final TemperatureSweep SWEEP =
      Presets.all().stream()
          .map(Preset::spec)
          .filter(TemperatureSweep.class::isInstance)
          .map(TemperatureSweep.class::cast)
          .filter(sweep -> sweep.network() instanceof NetworkSpec.Vgg16)
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @EnumSource(
      value = Claim.class,
      names = {"C1", "C2", "C3", "C4", "C7", "C10", "C11"})
  void whatIsPlantedIsFound(Claim claim) {
    assertThat(count(claim, 1, Verdict.SUPPORTED)).isGreaterThan((long) (0.9 * SWEEPS));
    assertThat(count(claim, -1, Verdict.CONTRADICTED)).isGreaterThan((long) (0.9 * SWEEPS));
  }

  @ParameterizedTest
  @EnumSource(
      value = Claim.class,
      names = {"C1", "C2", "C3", "C4", "C7", "C10", "C11"})
  void whatIsNotThereIsNot(Claim claim) {
    assertThat(SWEEPS - count(claim, 0, Verdict.UNDECIDED)).isLessThanOrEqualTo(MOST_WRONG);
  }

  /** Two seeds are too few: everything is undecided, and says that three are needed. */
  @Test
  void tooFewSeedsDecideNothing() {
    var seen = new PlantedTruth(Map.of()).simulate(1);
    int few = 2 * PlantedTruth.TEMPERATURES;
    var trials =
        new CountedTrials(few, few, seen.places().subList(0, few), List.of(), List.of(), "");
    JudgedClaims judged = judge(new Seen<>(trials, seen.results().subList(0, few), seen.stream()));

    assertThat(judged.tests()).isZero();
    assertThat(judged.claims()).allMatch(each -> each.verdict() == Verdict.UNDECIDED);
    assertThat(judged.claims().getFirst().places().getFirst().evidence().getFirst().needed())
        .hasValue(3);
  }

  private static long count(Claim claim, int truth, Verdict verdict) {
    var planted = new PlantedTruth(Map.of(claim, truth));
    return IntStream.range(0, SWEEPS)
        .mapToObj(i -> judge(planted.simulate(1_000L * claim.ordinal() + i)))
        .filter(judged -> judged.claims().get(claim.ordinal()).verdict() == verdict)
        .count();
  }

  private static JudgedClaims judge(Seen<ShiftMeasurement> seen) {
    return JudgeClaims.of(
        List.of(new HeldEvidence("planted", "Planted", ClaimSweep.of(SWEEP, seen))));
  }
}
