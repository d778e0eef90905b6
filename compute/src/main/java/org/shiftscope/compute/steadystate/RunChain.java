package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.steadystate.ChainState.Window;

/**
 * Real SGD, θ ← θ − (η/B) Σ_{i in batch} (∇ℓ_i + λθ + ε ξ_i) (Eqs 9 and 13 of the paper), in
 * float64 from the minimum on, and sums of what it visits, window by window. A window has random
 * streams of its own.
 */
final class RunChain {

  /** Windows of the burn-in, where there is one. */
  static final int BURN_IN_WINDOWS = 8;

  /** Windows that are sampled: independent enough for errors where each is long. */
  static final int WINDOWS = 32;

  /** Points of a window at which full gradients and Hessians are taken. */
  static final int FULL_POINTS = 32;

  /** Sample gradients between two reports: some milliseconds. */
  private static final int REPORT = 20_000;

  /** A point is taken after this share of the fastest relaxation time. */
  private static final double SPACING = 0.1;

  private static final double LOST = 1e12;

  private final TrainLoss loss;
  private final NearMinimum near;
  private final Plan plan;
  private final RandomStreams streams;
  private final WindowSums layout;
  private final double[][] inverse;
  private final double lowest;

  RunChain(TrainLoss loss, NearMinimum near, Plan plan, RandomStreams streams) {
    this.loss = loss;
    this.near = near;
    this.plan = plan;
    this.streams = streams;
    layout = plan.layout(loss.dimension());
    inverse = inverse().getData();
    lowest = loss.value(near.theta());
  }

  /**
   * A run.
   *
   * @param temperature T = η / B
   * @param batchSize B
   * @param replacement how batches are drawn
   * @param flowTime η · steps that are sampled
   * @param burnIn η · steps before
   * @param inside whether a value of the first parameter lies in the minimum's basin
   * @param bins of the first parameter's histogram
   * @param histogram whether it is taken
   */
  record Plan(
      double temperature,
      int batchSize,
      Replacement replacement,
      double flowTime,
      double burnIn,
      DoublePredicate inside,
      Bins bins,
      boolean histogram) {

    double learningRate() {
      return temperature * batchSize;
    }

    WindowSums layout(int dimension) {
      return new WindowSums(dimension, histogram ? bins.count() : 0);
    }

    int burnInWindows() {
      return burnIn > 0 ? BURN_IN_WINDOWS : 0;
    }

    int windows() {
      return burnInWindows() + WINDOWS;
    }

    long steps(int window) {
      // The burn-in's windows double, so that the way to the steady state can be seen.
      double time =
          window < burnInWindows()
              ? burnIn * (1 << window) / ((1 << BURN_IN_WINDOWS) - 1)
              : flowTime / WINDOWS;
      return Math.max(FULL_POINTS, Math.round(time / learningRate()));
    }

    long allSteps() {
      long steps = 0;
      for (int window = 0; window < windows(); window++) {
        steps += steps(window);
      }
      return steps;
    }
  }

  /** A, the inverse of the covariance that theory expects, in the eigenbasis. */
  RealMatrix inverse() {
    return MatrixUtils.inverse(near.lyapunov(plan.temperature()));
  }

  /**
   * Runs all windows.
   *
   * @return all windows done
   * @throws Divergence where θ leaves the finite numbers
   */
  ChainState run(StageRun<ChainState> run) {
    ChainState state =
        run.from()
            .orElseGet(
                () -> new ChainState(near.theta().clone(), 0, new double[0], Optional.empty()));
    double[] theta = state.theta().clone();
    double[] sums = Arrays.copyOf(state.sums(), plan.windows() * layout.size());
    Optional<Window> within = state.within();
    long before = 0;
    for (int window = 0; window < plan.windows(); window++) {
      if (window >= state.windows()) {
        int present = window;
        run(
            window,
            before,
            theta,
            sums,
            run.part(
                within,
                (double) before / plan.allSteps(),
                (double) (before + plan.steps(window)) / plan.allSteps(),
                at ->
                    new ChainState(
                        theta,
                        present,
                        Arrays.copyOf(sums, (present + 1) * layout.size()),
                        Optional.of(at))));
        within = Optional.empty();
      }
      before += plan.steps(window);
    }
    return new ChainState(theta, plan.windows(), sums, Optional.empty());
  }

  /** The sums of all windows of a run that is done, shape [windows][size]. */
  double[][] windows(ChainState done) {
    double[][] windows = new double[plan.windows()][];
    Arrays.setAll(
        windows, w -> Arrays.copyOfRange(done.sums(), w * layout.size(), (w + 1) * layout.size()));
    return windows;
  }

  private void run(int window, long before, double[] theta, double[] sums, StageRun<Window> run) {
    double rate = plan.learningRate();
    var sgd = new MinibatchStep(loss, plan, streams.split(window));
    run.from().ifPresent(state -> sgd.goOn(state.sgd()));
    long steps = plan.steps(window);
    long every = Math.max(1, (long) (SPACING / (rate * near.eigenvalues()[theta.length - 1])));
    long report = Math.max(1, REPORT / plan.batchSize());
    long full = steps / FULL_POINTS;
    double[] delta = new double[theta.length];
    for (long step = run.from().map(Window::step).orElse(0L) + 1; step <= steps; step++) {
      if ((step - 1) % report == 0) {
        run.progress().accept((double) (step - 1) / steps);
        long done = step - 1;
        run.offer().accept(() -> new Window(done, sgd.state()));
      }
      sgd.take(theta);
      if (step % every == 0) {
        visit(window, before + step, theta, delta, sums);
      }
      if (step % full == 0 && step / full <= FULL_POINTS) {
        measure(window * layout.size(), before + step, theta, sums);
      }
    }
  }

  /** Points that are counted in a unit of flow time, where rates are small. */
  double visits() {
    return near.eigenvalues()[near.theta().length - 1] / SPACING;
  }

  /** Counts a point. */
  void visit(int window, long step, double[] theta, double[] delta, double[] sums) {
    int offset = window * layout.size();
    near.deviation(theta, delta);
    requireFinite(delta, step);
    sums[offset + WindowSums.ALL]++;
    if (plan.inside().test(theta[0])) {
      layout.add(sums, offset, delta, inverse);
    }
    if (plan.histogram()) {
      int bin = plan.bins().of(Math.clamp(theta[0], plan.bins().from(), plan.bins().to()));
      sums[offset + layout.histogram() + bin]++;
    }
  }

  /** Full gradient, covariance and Hessian at a point, added to the sums from an offset on. */
  void measure(int offset, long step, double[] theta, double[] sums) {
    requireFinite(theta, step);
    double[] gradient = loss.gradient(theta);
    RealMatrix noise = loss.covariance(theta);
    double overlap = 0;
    for (int j = 0; j < theta.length; j++) {
      double moved = theta[j] - near.theta()[j];
      overlap += moved * gradient[j];
      sums[offset + layout.fullPoint() + j] += moved;
      sums[offset + layout.fullGradient() + j] += gradient[j];
    }
    sums[offset + WindowSums.FULL]++;
    sums[offset + WindowSums.OVERLAP] += overlap;
    sums[offset + WindowSums.SQUARED_GRADIENT] += Vectors.dot(gradient, gradient);
    sums[offset + WindowSums.NOISE] += noise.getTrace();
    sums[offset + WindowSums.CURVED_NOISE] += loss.hessian(theta).multiply(noise).getTrace();
    sums[offset + WindowSums.LOSS] += loss.value(theta) - lowest;
  }

  private static void requireFinite(double[] values, long step) {
    if (!(Vectors.dot(values, values) < LOST)) {
      throw new Divergence(step);
    }
  }
}
