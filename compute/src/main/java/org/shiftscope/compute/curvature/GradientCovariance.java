package org.shiftscope.compute.curvature;

import java.util.Arrays;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.stage.StageRun;

/**
 * The covariance of the per-sample gradient at a point, C = (1/N) Σ (g_i − ḡ)(g_i − ḡ)ᵀ (below Eq.
 * 9 of the paper): as an operator, its trace, and tr(HC). The L2 term is the same for every sample
 * and drops out. The gradients are taken anew in each product, so memory does not grow with N · d;
 * a product costs about two full-data gradients.
 */
public final class GradientCovariance implements SymmetricOperator {

  private final DatasetLoss loss;
  private final double[] theta;
  private final double[] mean;

  /**
   * At a point.
   *
   * @param theta shape [d], not to be modified later
   */
  public GradientCovariance(DatasetLoss loss, double[] theta) {
    this.loss = loss;
    this.theta = theta;
    mean = new double[theta.length];
    loss.withoutL2().valueAndGradient(theta, mean);
  }

  @Override
  public int dimension() {
    return theta.length;
  }

  @Override
  public void times(double[] v, double[] product) {
    loss.sampleGradientsTimes(theta, v, product);
    double overlap = Vectors.dot(mean, v);
    for (int i = 0; i < product.length; i++) {
      product[i] -= overlap * mean[i];
    }
  }

  /**
   * tr C = (1/N) Σ ‖g_i − ḡ‖². One pass over the samples.
   *
   * @param run hears the share of them; goes on between two
   */
  public double trace(StageRun<ProductsState> run) {
    double[] sum = new double[1];
    int[] done = new int[1];
    if (run.from().orElse(null) instanceof ProductsState.Sum state) {
      sum[0] = state.sum();
      done[0] = state.samples();
    }
    run.progress().accept((double) done[0] / loss.sampleCount());
    loss.withoutL2()
        .eachSampleGradient(
            theta,
            done[0],
            gradient -> {
              double[] deviation = Vectors.difference(gradient, mean);
              sum[0] += Vectors.dot(deviation, deviation);
              run.progress().accept((double) ++done[0] / loss.sampleCount());
              run.offer().accept(() -> new ProductsState.Sum(done[0], sum[0]));
            });
    return sum[0] / loss.sampleCount();
  }

  /**
   * ½ (HC + CH), whose trace is tr(HC): what the fluctuation-dissipation relation of Yaida (2018)
   * needs. A product costs two Hessian-vector products and two of C.
   */
  public SymmetricOperator timesHessian() {
    SymmetricOperator hessian = SymmetricOperator.hessian(loss, theta);
    return new SymmetricOperator() {
      private final double[] between = new double[theta.length];
      private final double[] other = new double[theta.length];

      @Override
      public int dimension() {
        return theta.length;
      }

      @Override
      public void times(double[] v, double[] product) {
        GradientCovariance.this.times(v, between);
        hessian.times(between, product);
        hessian.times(v, between);
        GradientCovariance.this.times(between, other);
        Arrays.setAll(product, i -> (product[i] + other[i]) / 2);
      }
    };
  }
}
