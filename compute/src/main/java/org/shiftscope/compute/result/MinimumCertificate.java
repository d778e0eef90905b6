package org.shiftscope.compute.result;

import java.util.Optional;
import org.shiftscope.compute.spec.Named;

/**
 * Whether a refined point is a minimum of its loss, and what says so.
 *
 * @param grade the answer
 * @param reason why, in a sentence
 * @param evidence what was found
 */
public record MinimumCertificate(Grade grade, String reason, Evidence evidence) {

  /** What a point is. */
  public enum Grade implements Named {
    /** The gradient is within its tolerance, and no direction curves down beyond a stated bound. */
    MINIMUM("minimum"),
    /** A minimum as far as the line through both points shows it. */
    NEARLY("nearly a minimum"),
    /** The loss still falls there, or curves down along a direction. */
    NOT_A_MINIMUM("not a minimum");

    private final String title;

    Grade(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * What was found at a point θ. The way is the straight path from where the descent began.
   *
   * @param loss L(θ)
   * @param gradientNorm ‖∇L(θ)‖
   * @param tolerance the largest that counts as a minimum's; NaN where none was asked for
   * @param startGradientNorm ‖∇L‖ where the descent began; NaN where that is not known
   * @param minibatches ‖∇L‖ of one minibatch at θ
   * @param fall how far the loss falls on the way
   * @param lastFall how much of it on the last tenth of the way; below 0 where the loss rises there
   * @param barrier largest rise above the lowest point before it, on the way
   * @param along what the line through both refined points shows; empty for a point alone
   * @param lowest the lower end of the Hessian's spectrum; empty where it was not looked at
   */
  public record Evidence(
      double loss,
      double gradientNorm,
      double tolerance,
      double startGradientNorm,
      Optional<Minibatches> minibatches,
      double fall,
      double lastFall,
      double barrier,
      Optional<Along> along,
      Optional<LowestEigenvalues> lowest) {

    /** Whether a tolerance was asked for and met. */
    public boolean withinTolerance() {
      return gradientNorm <= tolerance;
    }
  }

  /**
   * Gradients of minibatches, drawn without replacement.
   *
   * @param size samples of each
   * @param drawn how many
   * @param gradientNorm root mean square of their norms ‖∇L‖
   */
  public record Minibatches(int size, int drawn, double gradientNorm) {}

  /**
   * The loss along the shift s.
   *
   * @param slope ∇Lᵀs at the point
   * @param curvature sᵀHs at the point
   * @param curvatureAtOtherEnd sᵀHs of the same loss at the other refined point
   * @param slopePart |∇Lᵀs| / (|∇Lᵀs| + ½ |sᵀHs|), the slope's part of the second order, which Eq.
   *     3 leaves out: 0 to 1
   * @param vertex distance from the point to the vertex of the parabola that fits the losses within
   *     ½ ‖s‖ of it on the line, in units of ‖s‖; NaN where that has no lowest point
   */
  public record Along(
      double slope,
      double curvature,
      double curvatureAtOtherEnd,
      double slopePart,
      double vertex) {}
}
