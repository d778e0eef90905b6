package org.shiftscope.compute.invariance;

import java.util.List;
import org.shiftscope.compute.network.CurvedObjective;

/**
 * A loss at φ = c ∘ θ where its part without the L2 term is the same function of φ as of θ: that
 * part at φ, and (λ/2) Σ (φ_k / c_k)².
 *
 * @param loss without the L2 term
 * @param factors c, shape [d], not to be modified
 * @param lambda λ
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RescaledLoss(CurvedObjective loss, double[] factors, double lambda)
    implements CurvedObjective {

  @Override
  public int dimension() {
    return loss.dimension();
  }

  @Override
  public double value(double[] phi) {
    return loss.value(phi) + l2(phi);
  }

  @Override
  public double valueAndGradient(double[] phi, double[] gradient) {
    double value = loss.valueAndGradient(phi, gradient);
    addScaled(phi, gradient);
    return value + l2(phi);
  }

  @Override
  public void hessianTimes(double[] phi, double[] v, double[] product) {
    loss.hessianTimes(phi, v, product);
    addScaled(v, product);
  }

  @Override
  public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
    List<double[]> products = loss.hessianTimes(phi, vs);
    for (int i = 0; i < vs.size(); i++) {
      addScaled(vs.get(i), products.get(i));
    }
    return products;
  }

  /** Adds λ v / c², the L2 term's gradient at v and its product with v alike. */
  private void addScaled(double[] v, double[] sum) {
    for (int k = 0; k < v.length; k++) {
      sum[k] += lambda * v[k] / (factors[k] * factors[k]);
    }
  }

  private double l2(double[] phi) {
    double squares = 0;
    for (int k = 0; k < phi.length; k++) {
      double theta = phi[k] / factors[k];
      squares += theta * theta;
    }
    return lambda / 2 * squares;
  }
}
