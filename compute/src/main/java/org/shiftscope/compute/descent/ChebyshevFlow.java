package org.shiftscope.compute.descent;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.shiftscope.compute.network.Objective;

/**
 * The gradient flow dθ/dt = −∇L by the second-order Runge-Kutta-Chebyshev method with adaptive
 * steps (Sommeijer, Shampine and Verwer 1998). A step of s stages costs s gradients and is stable
 * up to 0.65 s² / ρ, ρ the largest eigenvalue of the Hessian, where s steps of a plain explicit
 * method reach 2 s / ρ: so a stiff flow takes far fewer gradients. ρ is found by power iteration on
 * differences of gradients and refreshed as the flow moves.
 */
final class ChebyshevFlow {

  /**
   * Bounds the memory of a step that is too long to be judged; steps that would need more stages
   * are cut.
   */
  private static final int MOST_STAGES = 100;

  /** Accepted steps between fresh estimates of the spectral radius, which drifts slowly. */
  private static final int REFRESH = 10;

  private final CountedGradients gradients;
  private final double tolerance;
  private final SpectralRadius radius;
  private final double[] slope;
  private final double[] nextSlope;
  private double value;

  private ChebyshevFlow(Objective objective, double tolerance) {
    gradients = new CountedGradients(objective);
    this.tolerance = tolerance;
    radius = new SpectralRadius(gradients, objective.dimension());
    slope = new double[objective.dimension()];
    nextSlope = new double[objective.dimension()];
  }

  /**
   * Follows the flow.
   *
   * @param start shape [d], not modified
   * @param time flow time τ
   * @param tolerance largest error of a step, relative to ‖θ‖
   * @param progress hears the share of the time gone; may throw to stop
   */
  static Descent follow(
      Objective objective, double[] start, double time, double tolerance, DoubleConsumer progress) {
    return new ChebyshevFlow(objective, tolerance).run(start, time, progress);
  }

  private Descent run(double[] start, double time, DoubleConsumer progress) {
    double[] theta = start.clone();
    value = gradients.take(theta, slope);
    double spectralRadius = radius.estimate(theta, slope);
    double step = Math.min(time, 1 / spectralRadius);
    double t = 0;
    int sinceRefresh = 0;
    while (t < time) {
      boolean last = t + step >= time * (1 - 1e-12);
      step =
          Math.min(
              last ? time - t : step, ChebyshevStages.longestStep(MOST_STAGES, spectralRadius));
      last = last && step == time - t;
      double[] next =
          stages(theta, step, ChebyshevStages.needed(step, spectralRadius), t, time, progress);
      double nextValue = gradients.take(next, nextSlope);
      double error = error(theta, next, step) / (tolerance * Math.max(Vectors.norm(next), 1e-12));
      if (error <= 1) {
        t = last ? time : t + step;
        theta = next;
        value = nextValue;
        System.arraycopy(nextSlope, 0, slope, 0, slope.length);
        progress.accept(t / time);
        if (++sinceRefresh == REFRESH && t < time) {
          spectralRadius = radius.estimate(theta, slope);
          sinceRefresh = 0;
        }
      } else {
        spectralRadius = radius.estimate(theta, slope);
        sinceRefresh = 0;
      }
      step *= Math.clamp(0.8 / Math.cbrt(Math.max(error, 1e-9)), 0.2, 3);
    }
    return new Descent(theta, value, Vectors.norm(slope), gradients.count());
  }

  /** One step: y_j = (1 − μ − ν) y_0 + μ y_{j−1} + ν y_{j−2} + μ̃ h F_{j−1} + γ̃ h F_0, F = −∇L. */
  private double[] stages(
      double[] start, double step, int stages, double t, double time, DoubleConsumer progress) {
    ChebyshevStages c = new ChebyshevStages(stages);
    double[] before = start.clone();
    double[] current = Vectors.sum(start, -c.muTilde[1] * step, slope);
    double[] gradient = new double[start.length];
    for (int j = 2; j <= stages; j++) {
      gradients.take(current, gradient);
      double own = 1 - c.mu[j] - c.nu[j];
      for (int i = 0; i < start.length; i++) {
        double next =
            own * start[i]
                + c.mu[j] * current[i]
                + c.nu[j] * before[i]
                - step * (c.muTilde[j] * gradient[i] + c.gammaTilde[j] * slope[i]);
        before[i] = current[i];
        current[i] = next;
      }
      // Called for its chance to cancel: the step may yet be rejected.
      progress.accept(t / time);
    }
    return current;
  }

  /**
   * ‖12 (y_n − y_{n+1}) + 6 h (F_n + F_{n+1})‖ / 15, the method's own estimate of its local error.
   */
  private double error(double[] theta, double[] next, double step) {
    double[] estimate = new double[theta.length];
    Arrays.setAll(
        estimate, i -> 0.8 * (theta[i] - next[i]) - 0.4 * step * (slope[i] + nextSlope[i]));
    double norm = Vectors.norm(estimate);
    // A step beyond the stable ones leaves the finite numbers: reject it.
    return Double.isFinite(norm) ? norm : Double.MAX_VALUE;
  }
}
