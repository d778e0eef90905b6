package org.shiftscope.compute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
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
   * @param enclosure what interval arithmetic shows of a minimum in one dimension, of which there
   *     is no way; empty, and not in JSON, for others
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
      Optional<LowestEigenvalues> lowest,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Enclosure> enclosure) {

    public Evidence {
      // Certificates of versions that knew no landscapes do not have the field.
      enclosure = enclosure == null ? Optional.empty() : enclosure;
    }

    /** Of a point that a descent came to. */
    public Evidence(
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
      this(
          loss,
          gradientNorm,
          tolerance,
          startGradientNorm,
          minibatches,
          fall,
          lastFall,
          barrier,
          along,
          lowest,
          Optional.empty());
    }

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
   * The signs of the slope on both sides of a point in one dimension, shown by interval arithmetic:
   * rounding is in them.
   *
   * @param from the nearest place found below the point where the sign is shown; the point itself
   *     where it is the lower end of the domain
   * @param to the same above the point
   * @param signAtFrom the slope's sign there, −1 or 1; 0 where none could be shown
   * @param signAtTo the same at {@code to}
   * @param distance from the point to the farther of both, in widths of its basin
   * @param single whether the second derivative is shown to be above 0 everywhere between them, so
   *     that the slope is 0 once
   */
  public record Enclosure(
      double from, double to, int signAtFrom, int signAtTo, double distance, boolean single) {}

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
