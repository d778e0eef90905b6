package org.shiftscope.compute.descent;

import java.util.Optional;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * The gradient flow dθ/dt = −∇L by the paper's own protocol at a larger rate, extrapolated to rate
 * 0: {@link FixedRateFlow} in n and in 2n steps end at θ_n and θ_2n, whose errors are in proportion
 * to their rates, so that 2 θ_2n − θ_n is an order better (Richardson; Hairer, Nørsett and Wanner,
 * Solving Ordinary Differential Equations I, Section II.9). n is doubled until the answer stands.
 *
 * <p>It suits losses with kinks (ReLU behind convolutions, max-pooling). The flow slides along
 * them, and Euler's steps, to and fro across a kink, follow on average the mixture of both sides
 * that the flow follows; {@link ChebyshevFlow}, which judges each step by the gradients at its
 * ends, is misled by their jumps there and takes tiny steps. On stiff smooth flows it is the other
 * way round.
 */
final class ExtrapolatedFlow {

  /** Enough steps for {@link FittedEndGradient} to see the last fifth of the way. */
  private static final long FEWEST_STEPS = 64;

  /** Doublings after which a diverging flow is given up. */
  private static final int MOST_DOUBLINGS = 12;

  private final Objective objective;
  private final double[] start;
  private final double time;
  private final double tolerance;
  private final StageRun<DescentState> run;
  private int round;
  private long steps;
  private long spent;
  private Optional<Descent> coarser = Optional.empty();
  private Optional<Descent> before = Optional.empty();
  private Optional<DescentState> within = Optional.empty();

  private ExtrapolatedFlow(
      Objective objective,
      double[] start,
      double time,
      double tolerance,
      StageRun<DescentState> run) {
    this.objective = objective;
    this.start = start;
    this.time = time;
    this.tolerance = tolerance;
    this.run = run;
  }

  /**
   * Follows the flow.
   *
   * @param start shape [d], not modified
   * @param time flow time τ
   * @param tolerance largest change of the answer by another doubling, relative to ‖θ‖
   * @param run hears a share that is all but done after three rounds, and halves what is left in
   *     each later one
   * @throws Divergence where the steps leave the finite numbers at every rate
   */
  static Descent follow(
      Objective objective,
      double[] start,
      double time,
      double tolerance,
      StageRun<DescentState> run) {
    return within(Long.MAX_VALUE, objective, start, time, tolerance, run).end().orElseThrow();
  }

  /** Follows the flow, and begins no round that would end beyond so many gradients. */
  static FollowFlow.Attempt within(
      long gradients,
      Objective objective,
      double[] start,
      double time,
      double tolerance,
      StageRun<DescentState> run) {
    var flow = new ExtrapolatedFlow(objective, start, time, tolerance, run);
    if (run.from().orElse(null) instanceof DescentState.Extrapolated state) {
      flow.goOn(state);
    } else {
      flow.begin();
    }
    Optional<Descent> answer = Optional.empty();
    while (answer.isEmpty() && flow.steps <= gradients - flow.spent) {
      answer = flow.next();
    }
    return answer
        .map(end -> FollowFlow.Attempt.whole(flow.judged(end)))
        .orElseGet(() -> new FollowFlow.Attempt(Optional.empty(), flow.spent));
  }

  private void begin() {
    run.progress().accept(0);
    var gradients = new CountedGradients(objective);
    double[] gradient = new double[start.length];
    gradients.take(start, gradient);
    double radius = new SpectralRadius(gradients, start.length).estimate(start, gradient);
    // Euler's steps are stable up to 2 / ρ.
    steps = Math.max(FEWEST_STEPS, (long) Math.ceil(time * radius / 2));
    spent = gradients.count();
  }

  private void goOn(DescentState.Extrapolated state) {
    round = state.round();
    steps = state.steps();
    spent = state.spent();
    coarser = state.coarser();
    before = state.before();
    within = Optional.of(state.within());
  }

  /** One round; empty where the answer may yet change. */
  private Optional<Descent> next() {
    Optional<Descent> finer = inSteps();
    Optional<Descent> answer = finer.flatMap(fine -> coarser.map(half -> extrapolate(fine, half)));
    // The answer moved by no more than the tolerance, or the finer run itself did.
    boolean stands =
        answer.isPresent()
            && (before.filter(last -> alike(last, answer.get())).isPresent()
                || alike(coarser.orElseThrow(), finer.orElseThrow()));
    coarser = finer;
    before = answer;
    round++;
    steps *= 2;
    return stands ? answer : Optional.empty();
  }

  /** Empty where the steps were too long to stay finite. */
  private Optional<Descent> inSteps() {
    try {
      Descent finer = FixedRateFlow.follow(objective, start, time, time / steps, part());
      spent += finer.gradients();
      return Optional.of(finer);
    } catch (Divergence divergence) {
      if (round == MOST_DOUBLINGS) {
        throw divergence;
      }
      spent += divergence.step();
      return Optional.empty();
    }
  }

  private static Descent extrapolate(Descent fine, Descent half) {
    return new Descent(
        beyond(fine.theta(), half.theta()),
        fine.value(),
        fine.gradient(),
        beyond(fine.flowGradient(), half.flowGradient()),
        0);
  }

  private static double[] beyond(double[] fine, double[] half) {
    return Vectors.sum(fine, 1, Vectors.difference(fine, half));
  }

  private boolean alike(Descent a, Descent b) {
    return Vectors.norm(Vectors.difference(a.theta(), b.theta()))
        <= tolerance * Vectors.norm(b.theta());
  }

  /** The answer with the loss and ∇L there. */
  private Descent judged(Descent answer) {
    double[] gradient = new double[start.length];
    double value = objective.valueAndGradient(answer.theta(), gradient);
    return new Descent(answer.theta(), value, gradient, answer.flowGradient(), spent + 1);
  }

  /** The run of the present round. */
  private StageRun<DescentState> part() {
    Optional<DescentState> goOn = within;
    within = Optional.empty();
    return run.part(
        goOn,
        doneBefore(round),
        doneBefore(round + 1),
        state -> new DescentState.Extrapolated(round, steps, spent, coarser, before, state));
  }

  private static double doneBefore(int round) {
    return round < 3 ? 0.8 * ((1 << round) - 1) / 7 : 1 - 0.2 * Math.pow(0.5, round - 3);
  }
}
