package org.shiftscope.compute.invariance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;

/** Coordinates that bend each axis by itself: φ_k = r(θ_k), r monotone. */
public record Curved(MonotoneFunction function) implements Coordinates {

  @Override
  public double[] of(double[] theta) {
    return each(theta, function::of);
  }

  @Override
  public CurvedObjective loss(Network network, Samples samples, double lambda) {
    return of(new DatasetLoss(network, samples, lambda));
  }

  /** A loss of θ as one of φ. */
  CurvedObjective of(CurvedObjective loss) {
    return new Loss(loss, function);
  }

  private static double[] each(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  @Override
  public Optional<CurvedObjective> slopeTerm(double[] gradient) {
    return Optional.of(new SlopeTerm(gradient, function));
  }

  /**
   * L(r⁻¹(φ)): gradient θ′ ∘ ∇L, products θ′ ∘ H (θ′ ∘ v) + θ″ ∘ ∇L ∘ v, with θ′ = ∂θ/∂φ and θ″ =
   * ∂²θ/∂φ² of each parameter.
   */
  private record Loss(CurvedObjective loss, MonotoneFunction function) implements CurvedObjective {

    @Override
    public int dimension() {
      return loss.dimension();
    }

    @Override
    public double value(double[] phi) {
      return loss.value(theta(phi));
    }

    @Override
    public double valueAndGradient(double[] phi, double[] gradient) {
      double[] theta = theta(phi);
      double value = loss.valueAndGradient(theta, gradient);
      scale(theta, gradient);
      return value;
    }

    @Override
    public void hessianTimes(double[] phi, double[] v, double[] product) {
      System.arraycopy(hessianTimes(phi, List.of(v)).getFirst(), 0, product, 0, product.length);
    }

    @Override
    public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
      double[] theta = theta(phi);
      double[] gradient = new double[phi.length];
      loss.valueAndGradient(theta, gradient);
      List<double[]> products =
          loss.hessianTimes(theta, vs.stream().map(v -> scaled(theta, v)).toList());
      for (int i = 0; i < vs.size(); i++) {
        scale(theta, products.get(i));
        SlopeTerm.add(function, theta, gradient, vs.get(i), products.get(i));
      }
      return products;
    }

    private double[] theta(double[] phi) {
      return each(phi, function::inverse);
    }

    private double[] scaled(double[] theta, double[] v) {
      double[] scaled = v.clone();
      scale(theta, scaled);
      return scaled;
    }

    private void scale(double[] theta, double[] v) {
      for (int k = 0; k < v.length; k++) {
        v[k] *= function.slope(theta[k]);
      }
    }
  }

  /** A function without value and slope whose Hessian is diag(θ″ ∘ ∇L). */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record SlopeTerm(double[] gradient, MonotoneFunction function)
      implements CurvedObjective {

    @Override
    public int dimension() {
      return gradient.length;
    }

    @Override
    public double valueAndGradient(double[] phi, double[] none) {
      Arrays.fill(none, 0);
      return 0;
    }

    @Override
    public void hessianTimes(double[] phi, double[] v, double[] product) {
      Arrays.fill(product, 0);
      add(function, each(phi, function::inverse), gradient, v, product);
    }

    static void add(
        MonotoneFunction function, double[] theta, double[] gradient, double[] v, double[] sum) {
      for (int k = 0; k < v.length; k++) {
        sum[k] += function.bend(theta[k]) * gradient[k] * v[k];
      }
    }
  }
}
