package org.shiftscope.compute.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Series;

/** The grades of evidence that is given, each with its reason. */
class JudgePointTest {

  /** A quadratic with a minimum at the point itself. */
  private static final Along AT_THE_VERTEX = new Along(0, 2, 2, 0, 0);

  @Test
  void aMinimumNeedsItsToleranceAndItsEigenvalues() {
    MinimumCertificate judged = judge(1e-7, 1e-6, AT_THE_VERTEX, eigenvalues(0.01, 0.0099));
    assertThat(judged.grade()).isEqualTo(Grade.MINIMUM);
    assertThat(judged.reason())
        .isEqualTo(
            "‖∇L‖ = 1e−7 is within the tolerance of 1e−6, and the Hessian's lowest eigenvalue is between 0.0099 and 0.01"
                + " (with probability 99.9 %).");
  }

  @Test
  void withoutEigenvaluesItIsNearlyOne() {
    MinimumCertificate judged = judge(1e-7, 1e-6, AT_THE_VERTEX, Optional.empty());
    assertThat(judged.grade()).isEqualTo(Grade.NEARLY);
    assertThat(judged.reason()).endsWith("but the Hessian's eigenvalues were not looked at.");
  }

  @Test
  void aFlatDirectionIsToldFromAStrictMinimum() {
    assertThat(judge(1e-7, 1e-6, AT_THE_VERTEX, eigenvalues(1e-5, -0.005)))
        .returns(Grade.MINIMUM, MinimumCertificate::grade)
        .extracting(MinimumCertificate::reason)
        .asString()
        .contains("no direction curves down by more than a thousandth of the largest eigenvalue")
        .contains("between −0.005 and 1e−5");
  }

  @Test
  void anEigenvalueThatIsNotResolvedDoesNotMakeAMinimum() {
    MinimumCertificate judged = judge(1e-7, 1e-6, AT_THE_VERTEX, eigenvalues(1e-3, -0.2));
    assertThat(judged.grade()).isEqualTo(Grade.NEARLY);
    assertThat(judged.reason()).contains("is not resolved").contains("between −0.2 and 0.001");
  }

  @Test
  void aDirectionDownwardsIsNoMinimumHoweverSmallTheGradient() {
    MinimumCertificate judged = judge(0, 1e-6, AT_THE_VERTEX, eigenvalues(-0.02, -0.021));
    assertThat(judged.grade()).isEqualTo(Grade.NOT_A_MINIMUM);
    assertThat(judged.reason()).contains("lowest eigenvalue is at most −0.02");
  }

  @Test
  void anEigenvalueBelowZeroByRoundingIsNone() {
    assertThat(judge(1e-7, 1e-6, AT_THE_VERTEX, eigenvalues(-1e-7, -2e-7)).grade())
        .isEqualTo(Grade.MINIMUM);
  }

  @Test
  void aLossThatCurvesDownAlongTheShiftIsNoMinimumWithoutEigenvaluesToo() {
    assertThat(judge(1e-7, 1e-6, new Along(0, -0.1, 2, 0, 0.02), Optional.empty()))
        .returns(Grade.NOT_A_MINIMUM, MinimumCertificate::grade)
        .returns("The loss curves down along s: sᵀHs is −0.1.", MinimumCertificate::reason);
  }

  @Test
  void aToleranceThatLeavesASlopeIsTooLoose() {
    Along slope = new Along(0.25, 1, 1, 1.0 / 3, 0.25);
    assertThat(judge(0.3, 0.5, slope, eigenvalues(0.1, 0.099)))
        .returns(Grade.NOT_A_MINIMUM, MinimumCertificate::grade)
        .returns(
            "The loss still slopes there: along s, the slope is 33 % of slope and curvature together, where 10 % is too"
                + " much.",
            MinimumCertificate::reason);
  }

  @Test
  void theEndOfAFlowIsNearlyAMinimumWhereTheVertexIsNear() {
    MinimumCertificate near =
        judge(0.1, Double.NaN, new Along(0.05, 2, 2, 0.05, 0.03), Optional.empty());
    assertThat(near.grade()).isEqualTo(Grade.NEARLY);
    assertThat(near.reason())
        .isEqualTo(
            "No tolerance was asked of the gradient; along s, the lowest point of the parabola is 0.03 ‖s‖ away.");
    MinimumCertificate far =
        judge(0.1, Double.NaN, new Along(0.05, 2, 2, 0.05, 0.3), Optional.empty());
    assertThat(far.grade()).isEqualTo(Grade.NOT_A_MINIMUM);
    assertThat(far.reason()).endsWith("is 0.3 ‖s‖ away, where 0.1 ‖s‖ is too far.");
    assertThat(judge(0.1, Double.NaN, new Along(0, 1, 2, 0, Double.NaN), Optional.empty()).reason())
        .endsWith("and the parabola of the line has no lowest point.");
  }

  @Test
  void aNumberThatIsNotFiniteNeverMakesAMinimum() {
    Along unknown = new Along(Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN);
    assertThat(judge(Double.NaN, 1e-6, unknown, eigenvalues(0.01, 0.0099)).grade())
        .isEqualTo(Grade.NOT_A_MINIMUM);
  }

  @Test
  void aPointAloneIsJudgedByItsGradientAndItsEigenvalues() {
    Evidence alone = evidence(1e-10, 1e-9, Optional.empty(), Optional.of(lowest(0.5, 0.5)));
    assertThat(JudgePoint.of(alone).grade()).isEqualTo(Grade.MINIMUM);
    assertThat(JudgePoint.of(evidence(1e-3, 1e-9, Optional.empty(), Optional.empty())).reason())
        .isEqualTo(
            "‖∇L‖ = 0.001 is not within a tolerance, and no line shows how far a minimum is.");
  }

  private static MinimumCertificate judge(
      double gradientNorm, double tolerance, Along along, Optional<LowestEigenvalues> lowest) {
    return JudgePoint.of(evidence(gradientNorm, tolerance, Optional.of(along), lowest));
  }

  private static Evidence evidence(
      double gradientNorm,
      double tolerance,
      Optional<Along> along,
      Optional<LowestEigenvalues> lowest) {
    return new Evidence(
        0.3, gradientNorm, tolerance, 0.7, Optional.empty(), 0.2, 0.01, 0, along, lowest);
  }

  /** Of a Hessian whose largest eigenvalue is 10. */
  private static Optional<LowestEigenvalues> eigenvalues(double atMost, double atLeast) {
    return Optional.of(lowest(atMost, atLeast));
  }

  private static LowestEigenvalues lowest(double atMost, double atLeast) {
    return new LowestEigenvalues(Series.of(atMost), Series.of(1e-6), atLeast, 1e-3, 10, 60);
  }
}
