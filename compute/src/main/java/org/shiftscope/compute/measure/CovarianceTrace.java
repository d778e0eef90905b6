package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.curvature.GradientCovariance;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * tr C, the variance of a sample's gradient summed over the parameters, exactly: one gradient of
 * each train sample alone.
 */
record CovarianceTrace() implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.COVARIANCE_TRACE,
        "nats² / length²",
        "Jiang et al. 2020 (variance of gradients)",
        "The trace of the covariance of the train samples' gradients, exactly.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.ALONE, 1));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    return new double[] {
      new GradientCovariance(point.loss(), point.theta()).trace(HessianTrace.products(run)),
      Double.NaN
    };
  }
}
