package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The largest eigenvalue of the train loss's Hessian by {@link Lanczos}.
 *
 * @param mostSteps cap on its products
 */
record LargestEigenvalue(int mostSteps) implements Measure {

  /** Residual at which it counts as found, relative to the largest eigenvalue in size. */
  private static final double TOLERANCE = 1e-4;

  /** Products in parts of the cap that it takes on networks that were looked at, about. */
  private static final double EXPECTED = 1.0 / 3;

  @Override
  public About about() {
    return new About(
        MeasureName.LARGEST_EIGENVALUE,
        "nats / length²",
        "Keskar et al. 2017; Jastrzębski et al. 2017",
        "The largest eigenvalue of the train loss's Hessian, L2 term included, by Lanczos' method.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.PRODUCT, mostSteps * EXPECTED));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    Lanczos.Spectrum found =
        Lanczos.extremes(
            SymmetricOperator.hessian(point.loss(), point.theta()),
            new Lanczos.Wanted(1, 0, TOLERANCE, 1, mostSteps),
            streams.generator(),
            HessianTrace.products(run));
    return new double[] {
      found.largest()[0], found.residual(), found.largestFound() ? 1 : 0, found.products()
    };
  }

  @Override
  public String fault(double[] taken) {
    return taken[2] == 1
        ? ""
        : "Lanczos stopped after "
            + (int) taken[3]
            + " products with a residual of "
            + SayNumber.significant(taken[1])
            + ": the true eigenvalue may be larger.";
  }
}
