package org.shiftscope.compute.measure;

import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Chain;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.LangevinSpec;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The local learning coefficient (Lau et al. 2023, arXiv 2308.12108, section 4): n β (E[L] − L(θ*))
 * with β = 1 / ln n, the mean over the density ∝ exp(−n β L(θ) − γ/2 ‖θ − θ*‖²) about the point θ*.
 * For a regular model it tends to d/2 as γ falls; for a singular one to less. With a γ that is not
 * small a direction of curvature h adds ½ n β h / (n β h + γ).
 *
 * <p>Lau et al. draw by SGLD; here the chain takes the gradient of the whole train loss and is
 * corrected after Metropolis, see {@link LangevinWalk}, so that its mean has no error of its step.
 *
 * @param spec the chain
 */
record LearningCoefficient(LangevinSpec spec) implements Measure {

  private static final double DRIFTS = 3;
  private static final double HARDLY_MOVES = 0.1;

  @Override
  public About about() {
    return new About(
        MeasureName.LEARNING_COEFFICIENT,
        "",
        "Lau et al. 2023",
        "n β (E[L_tr] − L_tr(θ*)), β = 1 / ln n, over "
            + spec.steps()
            + " steps of Metropolis-adjusted Langevin dynamics with the whole train loss, the first third of them"
            + " for tuning, localised by γ = "
            + SayNumber.significant(spec.localisation())
            + ".",
        Invariance.IN_THE_LIMIT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.GRADIENT, 1.0 + spec.steps()));
  }

  @Override
  public int draws() {
    return spec.steps();
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    return LangevinWalk.of(spec, point.loss(), point.theta(), point.loss().sampleCount(), streams)
        .run(run);
  }

  /** What {@link #take} returned, as the diagnostics of the chain. */
  static Chain chain(double[] taken) {
    return new Chain(
        taken[2],
        taken[3],
        taken[4],
        taken[5],
        Series.of(Arrays.copyOfRange(taken, 6, taken.length)));
  }

  @Override
  public String fault(double[] taken) {
    Chain chain = chain(taken);
    if (!Double.isFinite(taken[0])) {
      return "The chain left the finite numbers: try a smaller step size.";
    }
    if (chain.acceptance() < HARDLY_MOVES) {
      return "The chain hardly moved, "
          + SayNumber.percent(chain.acceptance())
          + " of its proposals taken: try more steps or a smaller step size.";
    }
    if (taken[0] < 0) {
      return "It is negative: the chain found lower losses than the point's own, which is no minimum. Refine"
          + " further, or localise more.";
    }
    return Math.abs(chain.drift()) > DRIFTS * chain.driftError()
        ? "The chain still drifts: its later half minus its earlier one is "
            + SayNumber.significant(chain.drift())
            + " ± "
            + SayNumber.significant(chain.driftError())
            + ". Try more steps."
        : "";
  }
}
