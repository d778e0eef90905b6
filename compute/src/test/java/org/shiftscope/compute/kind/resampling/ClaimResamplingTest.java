package org.shiftscope.compute.kind.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.claim.HeldEvidence;
import org.shiftscope.compute.claim.JudgeClaims;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Resampling;

/** Claims on resampling can be supported, contradicted and undecided, by what is planted. */
class ClaimResamplingTest {

  @Test
  void oneDistributionIsSupportedWithoutAShiftAndContradictedByOne() {
    assertThat(split(0, 0.01)).isEqualTo(Verdict.SUPPORTED);
    assertThat(split(0.4, 0.03)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(split(-0.4, 0.03)).as("a lucky split is no shift").isEqualTo(Verdict.UNDECIDED);
    assertThat(split(0.1, 0.001)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void finiteSamplesAreSupportedByAFallAndContradictedByARise() {
    assertThat(sizes(0.5)).isEqualTo(Verdict.SUPPORTED);
    assertThat(sizes(-0.5)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(sizes(0)).isEqualTo(Verdict.UNDECIDED);
  }

  private static Verdict split(double planted, double ofSplits) {
    Resampling spec = ResamplingFindingsTest.spec(25, true, List.of());
    return verdict(
        Claim.C8,
        spec,
        ResamplingFindingsTest.shuffledResults(
            spec, RandomStreams.of(4).fastGenerator(), planted, ofSplits));
  }

  private static Verdict sizes(double exponent) {
    Resampling spec = ResamplingFindingsTest.spec(5, false, ResamplingFindingsTest.SIZES);
    return verdict(Claim.C9, spec, ResamplingFindingsTest.sizesResults(spec, exponent, 1));
  }

  private static Verdict verdict(
      Claim claim, Resampling spec, Map<Integer, ShiftMeasurement> results) {
    var held =
        new HeldEvidence("a", "A", new ResamplingKind(spec).claims(results, Include.COUNTED));
    return JudgeClaims.of(List.of(held)).claims().stream()
        .filter(judged -> judged.claim() == claim)
        .findFirst()
        .orElseThrow()
        .verdict();
  }
}
