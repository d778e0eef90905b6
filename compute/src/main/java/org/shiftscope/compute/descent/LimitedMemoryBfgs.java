package org.shiftscope.compute.descent;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.DoubleConsumer;
import org.shiftscope.compute.network.Objective;

/**
 * Descent to a minimum by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * Algorithms 7.4 and 7.5) with a backtracking line search. One to two gradients an iteration.
 * Converges for smooth objectives; on kinked ones (ReLU, max-pooling) it stops where no step along
 * the direction helps any more.
 */
final class LimitedMemoryBfgs {

  /** Pairs kept; more than 20 rarely help (Nocedal and Wright, Section 7.2). */
  private static final int MEMORY = 20;

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MOST_HALVINGS = 40;

  private final CountedGradients gradients;
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private double[] theta;
  private double[] gradient;
  private double value;

  private LimitedMemoryBfgs(Objective objective, double[] start) {
    gradients = new CountedGradients(objective);
    theta = start.clone();
    gradient = new double[start.length];
    value = gradients.take(theta, gradient);
  }

  /**
   * Descends until ‖∇L‖ ≤ tolerance, the gradients are spent, or no step helps; the result's
   * gradient norm tells.
   *
   * @param start shape [d], not modified
   * @param tolerance above 0
   * @param mostGradients cap on the gradients, at least 1
   * @param progress hears the share of the way in the logarithm of the gradient norm; may throw to
   *     stop
   */
  static Descent descend(
      Objective objective,
      double[] start,
      double tolerance,
      long mostGradients,
      DoubleConsumer progress) {
    LimitedMemoryBfgs search = new LimitedMemoryBfgs(objective, start);
    double startNorm = Vectors.norm(search.gradient);
    double norm = startNorm;
    double reached = 0;
    boolean helps = true;
    while (norm > tolerance && search.gradients.count() < mostGradients && helps) {
      helps = search.step(mostGradients, progress, reached);
      norm = Vectors.norm(search.gradient);
      reached = Math.max(reached, share(startNorm, norm, tolerance));
      progress.accept(reached);
    }
    return new Descent(search.theta, search.value, norm, search.gradients.count());
  }

  private static double share(double start, double now, double tolerance) {
    return Math.clamp(Math.log(start / now) / Math.log(start / tolerance), 0, 1);
  }

  /**
   * Takes a step; where none helps, forgets the curvature seen and tries once more straight down.
   */
  private boolean step(long mostGradients, DoubleConsumer progress, double reached) {
    if (search(direction(), mostGradients, progress, reached)) {
      return true;
    }
    if (pairs.isEmpty()) {
      return false;
    }
    pairs.clear();
    return search(direction(), mostGradients, progress, reached);
  }

  private boolean search(
      double[] direction, long mostGradients, DoubleConsumer progress, double reached) {
    double slope = Vectors.dot(gradient, direction);
    double[] nextGradient = new double[theta.length];
    double length = pairs.isEmpty() ? Math.min(1, 1 / Math.max(Vectors.norm(gradient), 1e-300)) : 1;
    for (int i = 0; i < MOST_HALVINGS && gradients.count() < mostGradients; i++) {
      double[] next = Vectors.sum(theta, length, direction);
      double nextValue = gradients.take(next, nextGradient);
      progress.accept(reached);
      if (accepts(nextValue, nextGradient, length * slope)) {
        remember(next, nextGradient);
        theta = next;
        gradient = nextGradient;
        value = nextValue;
        return true;
      }
      length /= 2;
    }
    return false;
  }

  /**
   * Armijo's rule; where the change of the value drowns in its rounding, a smaller gradient counts
   * instead.
   */
  private boolean accepts(double nextValue, double[] nextGradient, double expected) {
    boolean decreased = nextValue <= value + SUFFICIENT_DECREASE * expected;
    boolean beyondRounding = Math.abs(nextValue - value) > 1e-13 * Math.max(1, Math.abs(value));
    return beyondRounding ? decreased : Vectors.norm(nextGradient) < Vectors.norm(gradient);
  }

  private void remember(double[] next, double[] nextGradient) {
    Pair pair =
        new Pair(Vectors.difference(next, theta), Vectors.difference(nextGradient, gradient));
    // Without positive curvature along the step the approximation would lose its positive
    // definiteness.
    if (pair.curvature() > 1e-12 * Vectors.norm(pair.step) * Vectors.norm(pair.change)) {
      pairs.addLast(pair);
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  /** −H ∇L by the two-loop recursion (Algorithm 7.4). */
  private double[] direction() {
    double[] q = gradient.clone();
    double[] alpha = new double[pairs.size()];
    int i = 0;
    for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); i++) {
      Pair pair = newest.next();
      alpha[i] = Vectors.dot(pair.step, q) / pair.curvature();
      Vectors.add(q, -alpha[i], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = last.curvature() / Vectors.dot(last.change, last.change);
      Arrays.setAll(q, j -> scale * q[j]);
    }
    for (Pair pair : pairs) {
      i--;
      double beta = Vectors.dot(pair.change, q) / pair.curvature();
      Vectors.add(q, alpha[i] - beta, pair.step);
    }
    Arrays.setAll(q, j -> -q[j]);
    return q;
  }

  /** A step taken and the change of the gradient over it. */
  private static final class Pair {
    final double[] step;
    final double[] change;

    Pair(double[] step, double[] change) {
      this.step = step;
      this.change = change;
    }

    double curvature() {
      return Vectors.dot(step, change);
    }
  }
}
