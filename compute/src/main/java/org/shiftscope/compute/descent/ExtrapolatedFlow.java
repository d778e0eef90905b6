package org.shiftscope.compute.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * The gradient flow dθ/dt = −∇L by the paper's own protocol at a larger rate, extrapolated to rate
 * 0: {@link FixedRateFlow} in n and in 2n steps end at θ_n and θ_2n, whose errors are in proportion
 * to their rates, so that 2 θ_2n − θ_n is an order better (Richardson; Hairer, Nørsett and Wanner,
 * Solving Ordinary Differential Equations I, Section II.9). n is doubled until the answer stands,
 * at each of the times.
 *
 * <p>It suits losses with kinks (ReLU behind convolutions, max-pooling). The flow slides along
 * them, and Euler's steps, to and fro across a kink, follow on average the mixture of both sides
 * that the flow follows; {@link ChebyshevFlow}, which judges each step by the gradients at its
 * ends, is misled by their jumps there and takes tiny steps. On stiff smooth flows it is the other
 * way round.
 *
 * <p>Where a loss kinks so often that the order in which kinks are crossed hangs on the steps, the
 * runs' errors stop falling with their rates, and extrapolation, which takes that for granted,
 * makes them larger (docs/results/refinement.md). It is seen by the doublings: {@value
 * #MOST_STALLS} in a row that bring the change of the runs to no less than {@value #STALLED} of the
 * last one, while the answer changes more than the runs do. Then the finest run is the answer,
 * Euler's method.
 */
final class ExtrapolatedFlow {

  /** Enough steps for {@link FittedEndGradient} to see the last fifth of the way. */
  private static final long FEWEST_STEPS = 64;

  /** Doublings after which a diverging flow is given up. */
  private static final int MOST_DOUBLINGS = 12;

  /** A half is what errors in proportion to the rate give; errors of order ½ give 0.71. */
  private static final double STALLED = 0.7;

  private static final int MOST_STALLS = 2;

  private static final String METHOD = "extrapolated-euler";
  private static final String FINEST_RUN = "euler";

  private final Objective objective;
  private final double[] start;
  private final FlowTimes times;
  private final double tolerance;
  private final StageRun<DescentState> run;
  private int round;
  private long steps;
  private long spent;

  /** The run of half as many steps, and the answer before; empty where there is none. */
  private List<Descent> coarser = List.of();

  private List<Descent> before = List.of();
  private double change = Double.NaN;
  private int stalls;
  private Optional<DescentState> within = Optional.empty();

  private ExtrapolatedFlow(
      Objective objective,
      double[] start,
      FlowTimes times,
      double tolerance,
      StageRun<DescentState> run) {
    this.objective = objective;
    this.start = start;
    this.times = times;
    this.tolerance = tolerance;
    this.run = run;
  }

  /**
   * Follows the flow to its end.
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
    return within(Long.MAX_VALUE, objective, start, FlowTimes.to(time), tolerance, run)
        .points()
        .getLast();
  }

  /** Follows the flow, and begins no round that would end beyond so many gradients. */
  static FollowFlow.Attempt within(
      long gradients,
      Objective objective,
      double[] start,
      FlowTimes times,
      double tolerance,
      StageRun<DescentState> run) {
    var flow = new ExtrapolatedFlow(objective, start, times, tolerance, run);
    if (run.from().orElse(null) instanceof DescentState.Extrapolated state) {
      flow.goOn(state);
    } else {
      flow.begin();
    }
    Optional<FollowFlow.Attempt> answer = Optional.empty();
    while (answer.isEmpty() && flow.plan().count() <= gradients - flow.spent) {
      answer = flow.next();
    }
    return answer.orElseGet(() -> FollowFlow.Attempt.left(flow.spent));
  }

  private void begin() {
    run.progress().accept(0);
    var gradients = new CountedGradients(objective);
    double[] gradient = new double[start.length];
    gradients.take(start, gradient);
    double radius = new SpectralRadius(gradients, start.length).estimate(start, gradient);
    // Euler's steps are stable up to 2 / ρ.
    steps = Math.max(FEWEST_STEPS, (long) Math.ceil(times.end() * radius / 2));
    spent = gradients.count();
  }

  private void goOn(DescentState.Extrapolated state) {
    round = state.round();
    steps = state.steps();
    spent = state.spent();
    coarser = state.coarser();
    before = state.before();
    change = state.change();
    stalls = state.stalls();
    within = Optional.of(state.within());
  }

  /** One round; empty where the answer may yet change. */
  private Optional<FollowFlow.Attempt> next() {
    List<Descent> finer = inSteps();
    List<Descent> answer =
        finer.isEmpty() || coarser.isEmpty() ? List.of() : extrapolate(finer, coarser);
    double answers = farthest(before, answer);
    double runs = farthest(coarser, finer);
    stalls = runs > STALLED * change && answers > runs ? stalls + 1 : 0;
    change = runs;
    coarser = finer;
    before = answer;
    round++;
    steps *= 2;
    // The answer moved by no more than the tolerance, or the finer run itself did.
    if (answers <= tolerance || runs <= tolerance) {
      return Optional.of(FollowFlow.Attempt.whole(judged(answer), METHOD));
    }
    return stalls == MOST_STALLS
        ? Optional.of(FollowFlow.Attempt.whole(spending(finer, spent), FINEST_RUN))
        : Optional.empty();
  }

  private FlowSteps plan() {
    return FlowSteps.of(times, steps >> round, round);
  }

  /** Empty where the steps were too long to stay finite. */
  private List<Descent> inSteps() {
    try {
      List<Descent> finer = FixedRateFlow.follow(objective, start, times, plan(), part());
      spent += finer.getLast().gradients();
      return finer;
    } catch (Divergence divergence) {
      if (round == MOST_DOUBLINGS) {
        throw divergence;
      }
      spent += divergence.step();
      return List.of();
    }
  }

  private static List<Descent> extrapolate(List<Descent> fine, List<Descent> half) {
    return IntStream.range(0, fine.size())
        .mapToObj(i -> extrapolate(fine.get(i), half.get(i)))
        .toList();
  }

  private static Descent extrapolate(Descent fine, Descent half) {
    return new Descent(
        beyond(fine.theta(), half.theta()),
        fine.value(),
        fine.gradient(),
        fitted(fine) && fitted(half)
            ? beyond(fine.flowGradient(), half.flowGradient())
            : new double[0],
        0);
  }

  /** Whether it had the points to tell the flow's direction from ∇L. */
  private static boolean fitted(Descent run) {
    return !Arrays.equals(run.flowGradient(), run.gradient());
  }

  private static double[] beyond(double[] fine, double[] half) {
    return Vectors.sum(fine, 1, Vectors.difference(fine, half));
  }

  /** The largest distance between the points of two runs, relative to ‖θ‖; NaN without either. */
  private static double farthest(List<Descent> half, List<Descent> fine) {
    return half.isEmpty()
        ? Double.NaN
        : IntStream.range(0, fine.size())
            .mapToDouble(i -> distance(half.get(i).theta(), fine.get(i).theta()))
            .max()
            .orElse(Double.NaN);
  }

  private static double distance(double[] half, double[] fine) {
    double distance = Vectors.norm(Vectors.difference(half, fine));
    return distance == 0 ? 0 : distance / Vectors.norm(fine);
  }

  /** The answer with the losses and ∇L there. */
  private List<Descent> judged(List<Descent> answer) {
    List<Descent> judged = answer.stream().map(this::judged).toList();
    return spending(judged, spent + judged.size());
  }

  private Descent judged(Descent answer) {
    double[] gradient = new double[start.length];
    double value = objective.valueAndGradient(answer.theta(), gradient);
    double[] flow = answer.flowGradient().length == 0 ? gradient : answer.flowGradient();
    return new Descent(answer.theta(), value, gradient, flow, 0);
  }

  private static List<Descent> spending(List<Descent> points, long all) {
    return points.stream().map(point -> point.spending(all)).toList();
  }

  /** The run of the present round. */
  private StageRun<DescentState> part() {
    Optional<DescentState> goOn = within;
    within = Optional.empty();
    return run.part(
        goOn,
        doneBefore(round),
        doneBefore(round + 1),
        state ->
            new DescentState.Extrapolated(
                round, steps, spent, coarser, before, change, stalls, state));
  }

  private static double doneBefore(int round) {
    return round < 3 ? 0.8 * ((1 << round) - 1) / 7 : 1 - 0.2 * Math.pow(0.5, round - 3);
  }
}
