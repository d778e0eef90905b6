package org.shiftscope.compute.kind.twostage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.claim.HeldEvidence;
import org.shiftscope.compute.claim.JudgeClaims;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.twostage.FindTwoStageTest.Planted;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.spec.TwoStage;

/** Claims on two stages can be supported, contradicted and undecided, by what is planted. */
class ClaimTwoStageTest {

  private static final Planted AS_CLAIMED = new Planted(0.9, 0, 0.1, 0);

  @Test
  void whatIsPlantedAsClaimedIsSupported() {
    assertThat(verdict(Claim.C6, AS_CLAIMED, 1e-3)).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(Claim.C7, AS_CLAIMED, 1e-3)).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void idsHoldNumbersAsAPersonTypesThem() {
    assertThat(evidence(AS_CLAIMED, 1e-3))
        .extracting(each -> each.subject().id())
        .contains("train-loss-at-0.0001-of-20")
        .noneMatch(id -> id.contains("E"));
  }

  /** h is 3, so that η = 1 is beyond small steps and η = 0.2 is not. */
  @Test
  void largeStepsAreNoEvidenceAndSmallOnesAre() {
    assertThat(evidence(AS_CLAIMED, 1e-3).stream().filter(each -> of(each, Claim.C6))).hasSize(10);
    assertThat(verdict(Claim.C6, new Planted(0.9, 0.3, 0.1, 0), 1e-3)).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(Claim.C6, new Planted(0.15, 0.3, 0.1, 0), 1e-3))
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void aTestLossThatRisesAndATrainLossThatMovesContradict() {
    assertThat(verdict(Claim.C7, new Planted(0.9, 0, -0.1, 0), 1e-3))
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict(Claim.C7, new Planted(0.9, 0, 0.1, 0.2), 1e-3))
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void noiseLeavesThemUndecided() {
    assertThat(verdict(Claim.C6, AS_CLAIMED, 0.2)).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict(Claim.C7, AS_CLAIMED, 1)).isEqualTo(Verdict.UNDECIDED);
  }

  private static Verdict verdict(Claim claim, Planted planted, double noise) {
    return JudgeClaims.of(List.of(new HeldEvidence("a", "A", evidence(planted, noise))))
        .claims()
        .stream()
        .filter(judged -> judged.claim() == claim)
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static List<ClaimEvidence> evidence(Planted planted, double noise) {
    TwoStage spec = FindTwoStageTest.spec(5);
    return new TwoStageKind(spec)
        .claims(FindTwoStageTest.planted(spec, planted, noise), Include.ALL);
  }

  private static boolean of(ClaimEvidence evidence, Claim claim) {
    return evidence.subject().claim() == claim;
  }
}
