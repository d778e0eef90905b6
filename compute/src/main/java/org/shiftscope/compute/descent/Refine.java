package org.shiftscope.compute.descent;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.stage.StageRun;

/** Refines the end of SGD to a point of one loss, as the spec says. */
public final class Refine {

  private Refine() {}

  /** The two losses that are refined, which have flow times of their own. */
  public enum Loss {
    TRAIN,
    TEST
  }

  /**
   * Refines, to the last of the points.
   *
   * @param start the end of SGD, shape [d], not modified
   * @param run hears the share that is done
   * @throws Divergence where the loss leaves the finite numbers
   */
  public static Refined refine(
      RefinementSpec spec, Loss which, Objective loss, double[] start, StageRun<DescentState> run) {
    return reach(spec, which, loss, start, run).end();
  }

  /**
   * Refines, to the points at all flow times of the spec.
   *
   * @param start the end of SGD, shape [d], not modified
   * @param run hears the share that is done
   * @throws Divergence where the loss leaves the finite numbers
   */
  public static Reached reach(
      RefinementSpec spec,
      Loss which,
      Objective measured,
      double[] start,
      StageRun<DescentState> run) {
    var loss = new ToldObjective(measured, run.losses());
    return switch (spec) {
      case RefinementSpec.Flow flow -> {
        double time = which == Loss.TRAIN ? flow.trainTime() : flow.testTime();
        yield flow(flow.integrator(), FlowTimes.to(time, flow.earlierShares()), loss, start, run);
      }
      case RefinementSpec.Minimum minimum ->
          new Reached(List.of(minimum(minimum, loss, start, run)));
    };
  }

  private static Reached flow(
      Integrator integrator,
      FlowTimes times,
      Objective loss,
      double[] start,
      StageRun<DescentState> run) {
    FollowFlow.Way way = FollowFlow.follow(integrator, loss, start, times, run);
    return new Reached(
        IntStream.range(0, times.count())
            .mapToObj(
                i ->
                    point(
                        loss,
                        start,
                        way.points().get(i),
                        RefinedPoint.FLOW_END,
                        way.method(),
                        times.at(i),
                        true))
            .toList());
  }

  private static Refined minimum(
      RefinementSpec.Minimum spec, Objective loss, double[] start, StageRun<DescentState> run) {
    DescentInBasin.Answer found =
        DescentInBasin.descend(loss, start, spec.tolerance(), spec.maxGradients(), run);
    boolean converged = found.end().gradientNorm() <= spec.tolerance();
    return point(
        loss,
        start,
        found.end(),
        converged ? "minimum" : "best point",
        found.method(),
        found.flowTime(),
        converged);
  }

  private static Refined point(
      Objective loss,
      double[] start,
      Descent end,
      String name,
      String method,
      double time,
      boolean converged) {
    return new Refined(
        end.theta(),
        end.gradient(),
        end.flowGradient(),
        new RefinedPoint(
            name,
            method,
            end.value(),
            end.gradientNorm(),
            end.gradients(),
            time,
            Barrier.between(loss, start, end.theta()),
            Optional.empty()),
        converged);
  }

  /**
   * The points of one loss.
   *
   * @param points at ascending flow times, at least one
   */
  public record Reached(List<Refined> points) {

    /** The point of the last time. */
    public Refined end() {
      return points.getLast();
    }
  }

  /**
   * A refined point.
   *
   * @param theta shape [d]; shared, not to be modified
   * @param gradient ∇L of the loss there, shape [d]
   * @param flowGradient −dθ/dt of the flow that ends there, shape [d]: ∇L, but along kinks of the
   *     loss; ∇L itself for a minimum
   * @param point what is reported of it
   * @param converged whether it satisfied the spec's criterion
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  public record Refined(
      double[] theta,
      double[] gradient,
      double[] flowGradient,
      RefinedPoint point,
      boolean converged) {

    /** −s·dθ/dt. {@code s}: shape [d], not modified. */
    public double flowSlope(double[] s) {
      return Vectors.dot(flowGradient, s);
    }
  }
}
