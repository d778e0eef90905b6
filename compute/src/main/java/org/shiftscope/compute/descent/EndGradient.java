package org.shiftscope.compute.descent;

import java.util.ArrayList;
import java.util.List;

/**
 * The gradient that a flow follows at its end: −dθ/dt there. On a smooth loss it is ∇L. Where the
 * loss has kinks (ReLU, max-pooling) the flow slides along some of them; ∇L then jumps from step to
 * step between the pieces on both sides, by a part in a hundred, while the flow moves by their
 * mixture (Filippov's solution), which every integrator finds alike.
 *
 * <p>It is the mean gradient over the last {@value #SHORT} of the flow time, which is the way gone
 * divided by the time, extrapolated to the end by the mean over the last {@value #LONG}. On a
 * smooth loss it misses a part that decays at a rate λ by (SHORT · LONG / 6) (λτ)² of what is left
 * of it.
 */
final class EndGradient {

  private static final double LONG = 0.1;
  private static final double SHORT = 0.02;

  private final double time;
  private final List<Passed> passed = new ArrayList<>();

  /** Begins to watch a flow to the time τ. */
  EndGradient(double time) {
    this.time = time;
  }

  /** Goes on from what was seen before. */
  void goOn(List<Passed> before) {
    passed.addAll(before);
  }

  /** The flow time to which the flow must step exactly, next after the points passed. */
  double nextStop() {
    return switch (passed.size()) {
      case 0 -> time * (1 - LONG);
      case 1 -> time * (1 - SHORT);
      default -> time;
    };
  }

  /** Hears of a point of the flow. {@code theta}: shape [d], not modified. */
  void pass(double t, double[] theta) {
    if (t < time && t >= nextStop()) {
      passed.add(new Passed(t, theta.clone()));
    }
  }

  /** Keeps nothing any more: the flow has come to τ. */
  void forget() {
    passed.clear();
  }

  /** The points passed that count, for a checkpoint. */
  List<Passed> passed() {
    return List.copyOf(passed);
  }

  /**
   * The gradient at the end.
   *
   * @param end θ at the end, shape [d], not modified
   * @param there ∇L at the end, shape [d]: the answer for a flow of too few steps to tell
   * @return shape [d]
   */
  double[] at(double[] end, double[] there) {
    if (passed.size() < 2) {
      return there;
    }
    double[] longer = meanSince(passed.getFirst(), end);
    double[] shorter = meanSince(passed.getLast(), end);
    double before = time - passed.getFirst().t();
    double after = time - passed.getLast().t();
    double[] gradient = Vectors.difference(shorter, longer);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = shorter[i] + after / (before - after) * gradient[i];
    }
    return gradient;
  }

  private double[] meanSince(Passed point, double[] end) {
    double[] mean = Vectors.difference(point.theta(), end);
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= time - point.t();
    }
    return mean;
  }

  /**
   * A point of the flow.
   *
   * @param t flow time
   * @param theta θ, shape [d]
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  record Passed(double t, double[] theta) {}
}
