package org.shiftscope.compute.descent;

import java.util.List;
import java.util.Optional;

/** A refinement between two gradients: all that it needs to go on with the same bits. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public sealed interface DescentState {

  /**
   * {@link FixedRateFlow}.
   *
   * @param step steps taken, each of one gradient
   * @param theta θ, shape [d]
   * @param passed for each time at which the flow is looked at, sums over the points before it that
   *     were passed
   * @param landed the points at the times that it has come to
   */
  record FixedRate(long step, double[] theta, List<List<double[]>> passed, List<Descent> landed)
      implements DescentState {}

  /**
   * {@link ChebyshevFlow}.
   *
   * @param theta θ at the start of the present step, shape [d]
   * @param slope ∇L there, shape [d]
   * @param value L there
   * @param t flow time there
   * @param step length proposed for the present step
   * @param spectralRadius the estimate in use
   * @param direction where its power iteration stands, shape [d]
   * @param sinceRefresh accepted steps since that estimate
   * @param gradients gradients spent
   * @param passed for each time at which the flow is looked at, points before it that were passed
   * @param landed the points at the times that it has come to
   * @param within how far the present step is; empty before its first gradient
   */
  record Chebyshev(
      double[] theta,
      double[] slope,
      double value,
      double t,
      double step,
      double spectralRadius,
      double[] direction,
      int sinceRefresh,
      long gradients,
      List<List<EndGradient.Passed>> passed,
      List<Descent> landed,
      Optional<Stage> within)
      implements DescentState {}

  /**
   * A step of {@link ChebyshevFlow} between two of its stages.
   *
   * @param number stages done
   * @param before y of the stage before the last, shape [d]
   * @param current y of the last stage, shape [d]
   */
  record Stage(int number, double[] before, double[] current) {}

  /**
   * {@link ExtrapolatedFlow}.
   *
   * @param round number of the present round
   * @param steps its steps
   * @param spent gradients spent before it
   * @param coarser the run of half as many steps, at each time; empty where there is none
   * @param before the answer before it, likewise
   * @param change how far {@code coarser} was from the run before it, relative to ‖θ‖; NaN where
   *     there was none
   * @param stalls doublings in a row that helped too little
   * @param within how far the present run is
   */
  record Extrapolated(
      int round,
      long steps,
      long spent,
      List<Descent> coarser,
      List<Descent> before,
      double change,
      int stalls,
      DescentState within)
      implements DescentState {}

  /**
   * {@link FollowFlow}, once it has left the chosen integrator.
   *
   * @param spent gradients before
   * @param done share of the progress told before
   * @param within how far the flow at a fixed rate is
   */
  record AtFixedRate(long spent, double done, DescentState within) implements DescentState {}

  /**
   * {@link LimitedMemoryBfgs}.
   *
   * @param theta θ, shape [d]
   * @param gradient ∇L there, shape [d]
   * @param value L there
   * @param startNorm ‖∇L‖ where the descent started
   * @param reached share of the way reported so far
   * @param pairs steps remembered, the oldest first
   * @param gradients gradients spent
   */
  record Bfgs(
      double[] theta,
      double[] gradient,
      double value,
      double startNorm,
      double reached,
      List<Pair> pairs,
      long gradients)
      implements DescentState {}

  /**
   * {@link DescentInBasin}.
   *
   * @param stage number of the present stage
   * @param from where it started, shape [d]
   * @param flowTime τ followed before it
   * @param stretch length of the next stretch of the flow
   * @param spent gradients spent before it
   * @param budget gradients that a search may take
   * @param first what the search from the start found
   * @param within how far the present stage is
   */
  record InBasin(
      int stage,
      double[] from,
      double flowTime,
      double stretch,
      long spent,
      long budget,
      Optional<Descent> first,
      DescentState within)
      implements DescentState {}

  /**
   * A step taken and the change of the gradient over it.
   *
   * @param step shape [d]
   * @param change shape [d]
   */
  record Pair(double[] step, double[] change) {

    /** stepᵀ change. */
    double curvature() {
      return Vectors.dot(step, change);
    }
  }
}
