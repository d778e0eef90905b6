package org.shiftscope.compute.descent;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.shiftscope.compute.descent.DescentState.Pair;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * Descent to a minimum by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * Algorithms 7.4 and 7.5) with a backtracking line search. One to two gradients and a loss an
 * iteration. A step is at most a quarter of ‖θ‖ long, and is shortened where the loss half-way
 * exceeds that at its start, so that a step does not leap over a barrier into another basin.
 * Converges for smooth objectives; on kinked ones (ReLU, max-pooling) it stops where no step along
 * the direction helps any more.
 */
final class LimitedMemoryBfgs {

  /** Pairs kept; more than 20 rarely help (Nocedal and Wright, Section 7.2). */
  private static final int MEMORY = 20;

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MOST_HALVINGS = 40;

  /** Longest step relative to ‖θ‖, or to 1 where that is more. */
  private static final double LONGEST_STEP = 0.25;

  private final CountedGradients gradients;
  private final StageRun<DescentState> run;
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private double[] theta;
  private double[] gradient;
  private double value;
  private double startNorm;

  /** The share of the way, as far as it was ever reached. */
  private double reached;

  private LimitedMemoryBfgs(Objective objective, double[] start, StageRun<DescentState> run) {
    gradients = new CountedGradients(objective);
    this.run = run;
    theta = start.clone();
    gradient = new double[start.length];
    if (run.from().orElse(null) instanceof DescentState.Bfgs state) {
      goOn(state);
    } else {
      run.progress().accept(0);
      value = gradients.take(theta, gradient);
      startNorm = Vectors.norm(gradient);
    }
  }

  private void goOn(DescentState.Bfgs state) {
    theta = state.theta();
    gradient = state.gradient();
    value = state.value();
    startNorm = state.startNorm();
    reached = state.reached();
    pairs.addAll(state.pairs());
    gradients.goOnAfter(state.gradients());
    run.progress().accept(reached);
  }

  private DescentState state() {
    return new DescentState.Bfgs(
        theta, gradient, value, startNorm, reached, List.copyOf(pairs), gradients.count());
  }

  /**
   * Descends until ‖∇L‖ ≤ tolerance, the gradients are spent, or no step helps; the result's
   * gradient norm tells.
   *
   * @param start shape [d], not modified
   * @param tolerance above 0
   * @param mostGradients cap on the gradients, at least 1
   * @param run hears the share of the way in the logarithm of the gradient norm
   */
  static Descent descend(
      Objective objective,
      double[] start,
      double tolerance,
      long mostGradients,
      StageRun<DescentState> run) {
    LimitedMemoryBfgs search = new LimitedMemoryBfgs(objective, start, run);
    double norm = Vectors.norm(search.gradient);
    while (norm > tolerance
        && search.gradients.count() < mostGradients
        && search.step(mostGradients)) {
      norm = Vectors.norm(search.gradient);
      search.reached = Math.max(search.reached, share(search.startNorm, norm, tolerance));
      run.progress().accept(search.reached);
      run.offer().accept(search::state);
    }
    return new Descent(
        search.theta, search.value, search.gradient, search.gradient, search.gradients.count());
  }

  private static double share(double start, double now, double tolerance) {
    return Math.clamp(Math.log(start / now) / Math.log(start / tolerance), 0, 1);
  }

  /**
   * Takes a step; where none helps, forgets the curvature seen and tries once more straight down.
   */
  private boolean step(long mostGradients) {
    if (search(direction(), mostGradients)) {
      return true;
    }
    if (pairs.isEmpty()) {
      return false;
    }
    pairs.clear();
    return search(direction(), mostGradients);
  }

  private boolean search(double[] direction, long mostGradients) {
    double slope = Vectors.dot(gradient, direction);
    double[] nextGradient = new double[theta.length];
    double longest = LONGEST_STEP * Math.max(1, Vectors.norm(theta));
    double length = Math.min(1, longest / Math.max(Vectors.norm(direction), 1e-300));
    for (int i = 0; i < MOST_HALVINGS && gradients.count() < mostGradients; i++) {
      double[] next = Vectors.sum(theta, length, direction);
      double nextValue = gradients.take(next, nextGradient);
      run.progress().accept(reached);
      if (accepts(nextValue, nextGradient, length * slope) && !leaps(next, nextValue)) {
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
    return isChange(nextValue) ? decreased : Vectors.norm(nextGradient) < Vectors.norm(gradient);
  }

  /** Whether the loss half-way is above that at the start, by more than its rounding. */
  private boolean leaps(double[] next, double nextValue) {
    return isChange(nextValue) && gradients.halfway(theta, next) > value;
  }

  /** Whether a value differs from the present one by more than rounding. */
  private boolean isChange(double nextValue) {
    return Math.abs(nextValue - value) > 1e-13 * Math.max(1, Math.abs(value));
  }

  private void remember(double[] next, double[] nextGradient) {
    Pair pair =
        new Pair(Vectors.difference(next, theta), Vectors.difference(nextGradient, gradient));
    // Without positive curvature along the step the approximation would lose its positive
    // definiteness.
    if (pair.curvature() > 1e-12 * Vectors.norm(pair.step()) * Vectors.norm(pair.change())) {
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
      alpha[i] = Vectors.dot(pair.step(), q) / pair.curvature();
      Vectors.add(q, -alpha[i], pair.change());
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = last.curvature() / Vectors.dot(last.change(), last.change());
      Arrays.setAll(q, j -> scale * q[j]);
    }
    for (Pair pair : pairs) {
      i--;
      double beta = Vectors.dot(pair.change(), q) / pair.curvature();
      Vectors.add(q, alpha[i] - beta, pair.step());
    }
    Arrays.setAll(q, j -> -q[j]);
    return q;
  }
}
