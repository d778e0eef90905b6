package org.shiftscope.compute.descent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * The gradient flow dθ/dt = −∇L by the second-order Runge-Kutta-Chebyshev method with adaptive
 * steps (Sommeijer, Shampine and Verwer 1998). A step of s stages costs s gradients and is stable
 * up to 0.65 s² / ρ, ρ the largest eigenvalue of the Hessian, where s steps of a plain explicit
 * method reach 2 s / ρ: so a stiff flow takes far fewer gradients. ρ is found by power iteration on
 * differences of gradients and refreshed as the flow moves.
 */
final class ChebyshevFlow {

  /**
   * Steps that would need more stages are cut: rounding grows with their square, and would show in
   * float32 at some 900 (Sommeijer, Shampine and Verwer).
   */
  private static final int MOST_STAGES = 300;

  /** Accepted steps between fresh estimates of the spectral radius, which drifts slowly. */
  private static final int REFRESH = 10;

  private static final String METHOD = "runge-kutta-chebyshev";

  private final CountedGradients gradients;
  private final double time;
  private final double tolerance;
  private final Limits limits;
  private final StageRun<DescentState> run;
  private final SpectralRadius radius;
  private final double[] slope;
  private final double[] nextSlope;
  private final FlowTimes times;
  private final List<EndGradient> ends = new ArrayList<>();
  private final List<Descent> landed = new ArrayList<>();
  private double[] theta = {};
  private double value;
  private double t;
  private double step;
  private double spectralRadius;
  private int sinceRefresh;
  private Optional<DescentState.Stage> within = Optional.empty();

  private ChebyshevFlow(
      Objective objective,
      FlowTimes times,
      double tolerance,
      Limits limits,
      StageRun<DescentState> run) {
    this.limits = limits;
    gradients = new CountedGradients(objective);
    this.times = times;
    time = times.end();
    this.tolerance = tolerance;
    this.run = run;
    radius = new SpectralRadius(gradients, objective.dimension());
    slope = new double[objective.dimension()];
    nextSlope = new double[objective.dimension()];
    for (double each : times.all()) {
      ends.add(new EndGradient(each));
    }
  }

  /**
   * Follows the flow to its end.
   *
   * @param start shape [d], not modified
   * @param time flow time τ
   * @param tolerance largest error of a step, relative to ‖θ‖
   * @param run hears the share of the time gone
   */
  static Descent follow(
      Objective objective,
      double[] start,
      double time,
      double tolerance,
      StageRun<DescentState> run) {
    return follow(objective, start, time, tolerance, Limits.NONE, run);
  }

  /** Follows the flow to its end, and stops at the first step beyond a limit. */
  static Descent follow(
      Objective objective,
      double[] start,
      double time,
      double tolerance,
      Limits limits,
      StageRun<DescentState> run) {
    return started(objective, start, FlowTimes.to(time), tolerance, limits, run).run();
  }

  /** Follows the flow for about so many gradients, a step more at most. */
  static FollowFlow.Attempt within(
      long gradients,
      Objective objective,
      double[] start,
      FlowTimes times,
      double tolerance,
      StageRun<DescentState> run) {
    ChebyshevFlow flow = started(objective, start, times, tolerance, new Limits(gradients, 0), run);
    Descent end = flow.run();
    return flow.t < times.end()
        ? FollowFlow.Attempt.left(end.gradients())
        : FollowFlow.Attempt.whole(flow.landed, METHOD);
  }

  private static ChebyshevFlow started(
      Objective objective,
      double[] start,
      FlowTimes times,
      double tolerance,
      Limits limits,
      StageRun<DescentState> run) {
    var flow = new ChebyshevFlow(objective, times, tolerance, limits, run);
    if (run.from().orElse(null) instanceof DescentState.Chebyshev state) {
      flow.goOn(state);
    } else {
      flow.begin(start);
    }
    return flow;
  }

  private void begin(double[] start) {
    run.progress().accept(0);
    theta = start.clone();
    value = gradients.take(theta, slope);
    spectralRadius = radius.estimate(theta, slope);
    step = Math.min(time, 1 / spectralRadius);
  }

  private void goOn(DescentState.Chebyshev state) {
    theta = state.theta();
    System.arraycopy(state.slope(), 0, slope, 0, slope.length);
    value = state.value();
    t = state.t();
    step = state.step();
    spectralRadius = state.spectralRadius();
    radius.goOnFrom(state.direction());
    sinceRefresh = state.sinceRefresh();
    gradients.goOnAfter(state.gradients());
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).goOn(state.passed().get(i));
    }
    landed.addAll(state.landed());
    within = state.within();
    run.progress().accept(t / time);
  }

  private DescentState state(Optional<DescentState.Stage> stage) {
    return new DescentState.Chebyshev(
        theta,
        slope,
        value,
        t,
        step,
        spectralRadius,
        radius.direction(),
        sinceRefresh,
        gradients.count(),
        ends.stream().map(EndGradient::passed).toList(),
        List.copyOf(landed),
        stage);
  }

  private Descent run() {
    while (t < time && !limits.reached(gradients.count(), slope)) {
      double stop = nextStop();
      boolean reaches = t + step >= stop - 1e-12 * time;
      double length =
          Math.min(
              reaches ? stop - t : step, ChebyshevStages.longestStep(MOST_STAGES, spectralRadius));
      reaches = reaches && length == stop - t;
      double[] next = stages(length);
      double nextValue = gradients.take(next, nextSlope);
      double error = error(next, length) / (tolerance * Math.max(Vectors.norm(next), 1e-12));
      double better = length * Math.clamp(0.8 / Math.cbrt(Math.max(error, 1e-9)), 0.2, 3);
      if (error <= 1) {
        t = reaches ? stop : t + length;
        theta = next;
        value = nextValue;
        System.arraycopy(nextSlope, 0, slope, 0, slope.length);
        pass();
        run.progress().accept(t / time);
        if (++sinceRefresh == REFRESH && t < time) {
          refresh();
        }
        // One that was cut to end at a stop says nothing against the step proposed.
        step = reaches ? Math.max(step, better) : better;
      } else {
        if (sinceRefresh > 0) {
          // Rejected again and again from one point, it would only be estimated anew there.
          refresh();
        }
        step = better;
      }
      run.offer().accept(() -> state(Optional.empty()));
    }
    return t < time ? there(slope) : landed.getLast();
  }

  /** The next time to which the flow must step exactly. */
  private double nextStop() {
    return ends.stream().skip(landed.size()).mapToDouble(EndGradient::nextStop).min().orElseThrow();
  }

  /** Hears of a point of the flow, and keeps it where it was asked for. */
  private void pass() {
    ends.forEach(end -> end.pass(t, theta));
    if (t >= times.at(landed.size())) {
      EndGradient end = ends.get(landed.size());
      // Where it may have stopped early, the points passed are not those before its end.
      landed.add(there(limits.gradientNorm() == 0 ? end.at(theta, slope) : slope));
      end.forget();
    }
  }

  /** The present point. */
  private Descent there(double[] flow) {
    return new Descent(theta, value, slope.clone(), flow.clone(), gradients.count());
  }

  private void refresh() {
    spectralRadius = radius.estimate(theta, slope);
    sinceRefresh = 0;
  }

  /** One step: y_j = (1 − μ − ν) y_0 + μ y_{j−1} + ν y_{j−2} + μ̃ h F_{j−1} + γ̃ h F_0, F = −∇L. */
  private double[] stages(double length) {
    int stages = ChebyshevStages.needed(length, spectralRadius);
    ChebyshevStages c = new ChebyshevStages(stages);
    DescentState.Stage from =
        within.orElseGet(
            () ->
                new DescentState.Stage(
                    1, theta.clone(), Vectors.sum(theta, -c.muTilde[1] * length, slope)));
    within = Optional.empty();
    double[] before = from.before();
    double[] current = from.current();
    double[] gradient = new double[theta.length];
    for (int j = from.number() + 1; j <= stages; j++) {
      gradients.take(current, gradient);
      double own = 1 - c.mu[j] - c.nu[j];
      for (int i = 0; i < theta.length; i++) {
        double next =
            own * theta[i]
                + c.mu[j] * current[i]
                + c.nu[j] * before[i]
                - length * (c.muTilde[j] * gradient[i] + c.gammaTilde[j] * slope[i]);
        before[i] = current[i];
        current[i] = next;
      }
      // Called for its chance to cancel: the step may yet be rejected.
      run.progress().accept(t / time);
      var done = new DescentState.Stage(j, before, current);
      run.offer().accept(() -> state(Optional.of(done)));
    }
    return current;
  }

  /**
   * ‖12 (y_n − y_{n+1}) + 6 h (F_n + F_{n+1})‖ / 15, the method's own estimate of its local error.
   */
  private double error(double[] next, double length) {
    double[] estimate = new double[theta.length];
    Arrays.setAll(
        estimate, i -> 0.8 * (theta[i] - next[i]) - 0.4 * length * (slope[i] + nextSlope[i]));
    double norm = Vectors.norm(estimate);
    // A step beyond the stable ones leaves the finite numbers: reject it.
    return Double.isFinite(norm) ? norm : Double.MAX_VALUE;
  }

  /**
   * Where to stop before the time.
   *
   * @param gradients gradients to spend
   * @param gradientNorm ‖∇L‖ that is small enough
   */
  record Limits(long gradients, double gradientNorm) {

    /** The time alone counts. */
    static final Limits NONE = new Limits(Long.MAX_VALUE, 0);

    private boolean reached(long spent, double[] slope) {
      return spent >= gradients || Vectors.norm(slope) < gradientNorm;
    }
  }
}
