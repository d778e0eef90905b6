package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.curvature.GradientCovariance;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The simple gradient noise scale (McCandlish et al. 2018, arXiv 1812.06162, Eq. 2.9): tr C /
 * ‖∇L‖², the batch size at which a minibatch's gradient is as much noise as signal. Without the L2
 * term. It grows without bound as a minimum is reached, so that at a refined point it tells how
 * near that is as much as how noisy the gradient is.
 */
record NoiseScale() implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.NOISE_SCALE,
        "samples",
        "McCandlish et al. 2018",
        "tr C / ‖∇L_tr‖², without the L2 term: it grows without bound as the gradient vanishes.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.ALONE, 1), new Work(TrainingStep.GRADIENT, 1));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    double trace =
        new GradientCovariance(point.loss(), point.theta()).trace(HessianTrace.products(run));
    double[] gradient = new double[point.theta().length];
    point.loss().withoutL2().valueAndGradient(point.theta(), gradient);
    return new double[] {trace / Vectors.dot(gradient, gradient), Double.NaN};
  }
}
