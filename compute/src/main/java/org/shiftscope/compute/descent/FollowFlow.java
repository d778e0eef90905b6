package org.shiftscope.compute.descent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.stage.StageRun;

/**
 * Follows the gradient flow past several times by a chosen integrator, for no more gradients than
 * the paper's own protocol takes: one for each {@link Integrator#PAPERS_RATE} of the flow time. An
 * integrator that has not come to its end within half of them is left, and the flow is followed
 * anew from its start at the fixed rate that the others allow, about twice the paper's at most.
 *
 * <p>That matters where a loss kinks so often that an integrator's error falls more slowly than its
 * steps (docs/results/refinement.md).
 */
final class FollowFlow {

  private static final String FIXED_RATE = Integrator.FixedRate.NAME;

  private final Objective objective;
  private final double[] start;
  private final FlowTimes times;
  private final StageRun<DescentState> run;
  private final long most;
  private double done;

  private FollowFlow(
      Objective objective, double[] start, FlowTimes times, StageRun<DescentState> run) {
    this.objective = objective;
    this.start = start;
    this.times = times;
    this.run = run;
    most = (long) Math.ceil(times.end() / Integrator.PAPERS_RATE);
  }

  /**
   * Follows the flow.
   *
   * @param start shape [d], not modified
   * @param times where it is looked at, and where it ends
   * @throws Divergence where the steps leave the finite numbers
   */
  static Way follow(
      Integrator integrator,
      Objective objective,
      double[] start,
      FlowTimes times,
      StageRun<DescentState> run) {
    return new FollowFlow(objective, start, times, run).follow(integrator);
  }

  /**
   * How a flow was followed.
   *
   * @param points at its times, each with the gradients that were spent until it was known
   * @param method what came to them
   */
  record Way(List<Descent> points, String method) {

    /** With all gradients that were spent. */
    Descent end() {
      return points.getLast();
    }
  }

  /**
   * A flow that was followed for a limited number of gradients.
   *
   * @param way empty where they did not last
   * @param spent gradients
   */
  record Attempt(Optional<Way> way, long spent) {

    static Attempt whole(List<Descent> points, String method) {
      return new Attempt(Optional.of(new Way(points, method)), points.getLast().gradients());
    }

    static Attempt left(long spent) {
      return new Attempt(Optional.empty(), spent);
    }

    /** The points, which must be there. */
    List<Descent> points() {
      return way.orElseThrow().points();
    }
  }

  private Way follow(Integrator integrator) {
    long half = most / 2;
    return switch (integrator) {
      case Integrator.FixedRate fixed ->
          new Way(
              FixedRateFlow.follow(objective, start, times, FlowSteps.at(times, fixed.rate()), run),
              FIXED_RATE);
      case Integrator.Extrapolated it ->
          bounded(
              part -> ExtrapolatedFlow.within(half, objective, start, times, it.tolerance(), part));
      case Integrator.Adaptive it ->
          bounded(
              part -> ChebyshevFlow.within(half, objective, start, times, it.tolerance(), part));
    };
  }

  private Way bounded(Function<StageRun<DescentState>, Attempt> chosen) {
    if (run.from().orElse(null) instanceof DescentState.AtFixedRate state) {
      return atFixedRate(state.spent(), state.done(), Optional.of(state.within()));
    }
    Attempt attempt = chosen.apply(heard());
    return attempt.way().orElseGet(() -> atFixedRate(attempt.spent(), done, Optional.empty()));
  }

  /** Remembers how far the progress has been told, so that it does not fall. */
  private StageRun<DescentState> heard() {
    return new StageRun<>(
        run.from(),
        share -> {
          done = Math.max(done, Math.clamp(share, 0, 1));
          run.progress().accept(share);
        },
        run.offer(),
        run.losses());
  }

  private Way atFixedRate(long spent, double before, Optional<DescentState> within) {
    // One gradient is taken at the end, after the last step. Flows so short that the search for a
    // first step has taken nearly all may take some more.
    long steps = Math.max(Math.max(1, most / 4), most - spent - 1);
    List<Descent> points =
        FixedRateFlow.follow(
            objective,
            start,
            times,
            FlowSteps.at(times, times.end() / steps),
            run.part(
                within, before, 1, state -> new DescentState.AtFixedRate(spent, before, state)));
    return new Way(
        points.stream().map(point -> point.spending(spent + point.gradients())).toList(),
        FIXED_RATE);
  }
}
