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
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

  @Test
  void noEvidenceComesOfTrialsWhoseGradientsHadNoiseAdded() {
    Resampling plain = ResamplingFindingsTest.spec(5, false, ResamplingFindingsTest.SIZES);
    Map<Integer, ShiftMeasurement> results = ResamplingFindingsTest.sizesResults(plain, 0.5, 1);
    for (String dynamics :
        List.of(
            "{\"name\": \"isotropic\", \"epsilon\": 0.1}",
            "{\"name\": \"anti-pgd\", \"sigma\": 0.1}")) {
      assertThat(evidence(with(plain, dynamics), results)).isEmpty();
    }
    assertThat(evidence(with(plain, "{\"name\": \"momentum\", \"momentum\": 0.9}"), results))
        .isEqualTo(evidence(plain, results))
        .isNotEmpty();
  }

  private static Resampling with(Resampling plain, String dynamics) {
    ObjectNode json = WriteSpec.toJson(plain);
    json.get("sgd").asObject().set("dynamics", new JsonMapper().readTree(dynamics));
    return (Resampling) ReadSpec.from(json);
  }

  private static List<ClaimEvidence> evidence(
      Resampling spec, Map<Integer, ShiftMeasurement> results) {
    return new ResamplingKind(spec).claims(results, Include.COUNTED);
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
    var held = new HeldEvidence("a", "A", evidence(spec, results));
    return JudgeClaims.of(List.of(held)).claims().stream()
        .filter(judged -> judged.claim() == claim)
        .findFirst()
        .orElseThrow()
        .verdict();
  }
}
