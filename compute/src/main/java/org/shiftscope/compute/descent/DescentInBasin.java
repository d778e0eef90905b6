package org.shiftscope.compute.descent;

import java.util.Optional;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * Descent to the minimum of the basin in which it starts. {@link LimitedMemoryBfgs} searches from
 * the start; where the loss only falls on the straight path to what it finds, that is the answer.
 * Where it climbs, the search may have left the basin, or the valley bends: then the gradient flow,
 * which cannot leave it, is followed for twice as long each time, and the search tried again from
 * there with as many gradients as that took, until the loss only falls on the straight path from
 * the flow's point to the minimum, or the flow reaches it itself.
 *
 * <p>On digits mlps with tanh and GELU the flow's own end lay behind a rise of the straight path in
 * five cases of eight, and the search from the start found another minimum than the flow in three.
 */
final class DescentInBasin {

  /** Error of a step of the flow relative to ‖θ‖: it has to stay in the valley, no more. */
  private static final double FLOW_TOLERANCE = 1e-3;

  private final Objective objective;
  private final double tolerance;
  private final long mostGradients;
  private final StageRun<DescentState> run;

  /** Searches have even numbers, stretches of the flow odd ones. */
  private int stage;

  private double[] from;
  private double flowTime;
  private double stretch;
  private long spent;
  private long budget;
  private Optional<Descent> first = Optional.empty();
  private Optional<DescentState> within = Optional.empty();

  private DescentInBasin(
      Objective objective,
      double[] start,
      double tolerance,
      long mostGradients,
      StageRun<DescentState> run) {
    this.objective = objective;
    this.tolerance = tolerance;
    this.mostGradients = mostGradients;
    this.run = run;
    from = start;
    budget = mostGradients;
    if (run.from().orElse(null) instanceof DescentState.InBasin state) {
      stage = state.stage();
      from = state.from();
      flowTime = state.flowTime();
      stretch = state.stretch();
      spent = state.spent();
      budget = state.budget();
      first = state.first();
      within = Optional.of(state.within());
    }
  }

  /**
   * Descends until ‖∇L‖ ≤ tolerance in the basin, or until the gradients are spent; then the
   * search's first answer stands.
   *
   * @param start shape [d], not modified
   * @param tolerance above 0
   * @param mostGradients cap on the gradients, at least 1; a last stretch of the flow may exceed it
   *     by one step
   * @param run hears the share of the way
   */
  static Answer descend(
      Objective objective,
      double[] start,
      double tolerance,
      long mostGradients,
      StageRun<DescentState> run) {
    var descent = new DescentInBasin(objective, start, tolerance, mostGradients, run);
    Optional<Answer> answer = descent.next();
    while (answer.isEmpty()) {
      answer = descent.next();
    }
    return answer.get();
  }

  private Optional<Answer> next() {
    Optional<Answer> answer = stage % 2 == 0 ? search() : flow();
    stage++;
    return answer;
  }

  private Optional<Answer> search() {
    double[] start = from;
    Descent end = LimitedMemoryBfgs.descend(objective, start, tolerance, budget, part());
    spent += end.gradients();
    if (stage == 0) {
      first = Optional.of(end);
    }
    boolean converged = end.gradientNorm() <= tolerance;
    if (converged && Barrier.between(objective, start, end.theta()) == 0) {
      return Optional.of(answer(end, "l-bfgs"));
    }
    // A loss with kinks, or too few gradients: the flow would not get there either.
    return stage == 0 && !converged ? first.map(this::uncertain) : Optional.empty();
  }

  private Optional<Answer> flow() {
    if (spent >= mostGradients) {
      return first.map(this::uncertain);
    }
    if (stretch == 0) {
      stretch = timescale();
    }
    Descent end =
        ChebyshevFlow.follow(
            objective,
            from,
            stretch,
            FLOW_TOLERANCE,
            new ChebyshevFlow.Limits(mostGradients - spent, tolerance),
            part());
    from = end.theta();
    flowTime += stretch;
    stretch *= 2;
    spent += end.gradients();
    budget = Math.min(end.gradients(), Math.max(1, mostGradients - spent));
    return end.gradientNorm() <= tolerance
        ? Optional.of(answer(end, "runge-kutta-chebyshev"))
        : Optional.empty();
  }

  /** The time in which θ would move by its own length at its first speed. */
  private double timescale() {
    double[] gradient = new double[from.length];
    objective.valueAndGradient(from, gradient);
    spent++;
    return Math.max(Vectors.norm(from), 1e-3) / Math.max(Vectors.norm(gradient), 1e-300);
  }

  private Answer answer(Descent end, String method) {
    return new Answer(end.spending(spent), method, flowTime);
  }

  private Answer uncertain(Descent end) {
    return new Answer(end.spending(spent), "l-bfgs", 0);
  }

  /** The run of the present stage. */
  private StageRun<DescentState> part() {
    Optional<DescentState> goOn = within;
    within = Optional.empty();
    // The search from the start is half of the way, and each stage after it a fifth of what is
    // left.
    double begin = stage == 0 ? 0 : 1 - 0.5 * Math.pow(0.8, stage - 1);
    double end = 1 - 0.5 * Math.pow(0.8, stage);
    return run.part(
        goOn,
        begin,
        end,
        state ->
            new DescentState.InBasin(stage, from, flowTime, stretch, spent, budget, first, state));
  }

  /**
   * What the descent ends with.
   *
   * @param end the point
   * @param method "l-bfgs", or "runge-kutta-chebyshev" where the flow itself reached it
   * @param flowTime τ for which the flow was followed before the straight path to the point; 0
   *     where that starts at the start
   */
  record Answer(Descent end, String method, double flowTime) {}
}
