package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The Fisher-Rao norm (Liang, Poggio, Rakhlin and Stokes 2019, arXiv 1711.01530, Definition 1 with
 * the empirical Fisher information): θᵀFθ = (1/N) Σ (θᵀg_i)², g_i the gradient of a sample's loss
 * with its own label. One product with F.
 */
record FisherRaoNorm() implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.FISHER_RAO,
        "nats²",
        "Liang et al. 2019",
        "θᵀFθ, F = (1/N) Σ g_i g_iᵀ over the train samples with their own labels (the empirical Fisher"
            + " information), without the L2 term.",
        Invariance.INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.COVARIANCE_PRODUCT, 1));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    run.progress().accept(0);
    return new double[] {
      of(
          (v, product) -> point.loss().sampleGradientsTimes(point.theta(), v, product),
          point.theta()),
      Double.NaN
    };
  }

  /** θᵀFθ. {@code theta}: shape [d], not modified. */
  static double of(Fisher fisher, double[] theta) {
    double[] product = new double[theta.length];
    fisher.times(theta, product);
    return Vectors.dot(theta, product);
  }

  /** (1/N) Σ g_i g_iᵀ, known by its products. */
  @FunctionalInterface
  interface Fisher {

    /**
     * Multiplies.
     *
     * @param v shape [d], not modified
     * @param product shape [d], overwritten
     */
    void times(double[] v, double[] product);
  }
}
