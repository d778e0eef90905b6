package org.shiftscope.compute.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.shiftscope.compute.descent.Vectors;

/**
 * The trace of a symmetric operator by Hutch++ (Meyer, Musco, Musco and Woodruff 2021, Algorithm
 * 1): a third of the products finds the dominant subspace, a third takes the trace there exactly,
 * and a third estimates the rest by Hutchinson's probes of random signs. Its error falls as 1 /
 * products, where Hutchinson's alone falls as 1 / √products.
 */
public final class HutchPlusPlus {

  private HutchPlusPlus() {}

  /**
   * Estimates.
   *
   * @param products products to spend, at least 6; 3·d and more give the trace exactly
   * @param random draws the probes
   */
  public static Trace estimate(SymmetricOperator operator, int products, RandomGenerator random) {
    int d = operator.dimension();
    double[] product = new double[d];
    if (products >= 3L * d) {
      return new Trace(exactly(operator, product), 0);
    }
    int third = products / 3;
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < third; j++) {
      operator.times(signs(d, random), product);
      addTo(basis, product.clone());
    }
    double inside = 0;
    for (double[] q : basis) {
      operator.times(q, product);
      inside += Vectors.dot(q, product);
    }
    SummaryStatistics outside = new SummaryStatistics();
    for (int j = 0; j < third; j++) {
      double[] probe = signs(d, random);
      takeOut(basis, probe);
      operator.times(probe, product);
      outside.addValue(Vectors.dot(probe, product));
    }
    return new Trace(inside + outside.getMean(), outside.getStandardDeviation() / Math.sqrt(third));
  }

  private static double exactly(SymmetricOperator operator, double[] product) {
    double trace = 0;
    double[] unit = new double[product.length];
    for (int j = 0; j < unit.length; j++) {
      unit[j] = 1;
      operator.times(unit, product);
      unit[j] = 0;
      trace += product[j];
    }
    return trace;
  }

  /**
   * Adds a direction to an orthonormal basis. {@code v}: becomes the basis's. Three times, so that
   * one that is nearly in the basis's span ends orthogonal to it too.
   */
  private static void addTo(List<double[]> basis, double[] v) {
    for (int pass = 0; pass < 3; pass++) {
      takeOut(basis, v);
      double norm = Vectors.norm(v);
      if (norm == 0) {
        return;
      }
      Arrays.setAll(v, i -> v[i] / norm);
    }
    basis.add(v);
  }

  /** v ← (1 − QQᵀ) v. */
  private static void takeOut(List<double[]> basis, double[] v) {
    for (double[] q : basis) {
      double overlap = Vectors.dot(q, v);
      for (int i = 0; i < v.length; i++) {
        v[i] -= overlap * q[i];
      }
    }
  }

  private static double[] signs(int count, RandomGenerator random) {
    double[] signs = new double[count];
    Arrays.setAll(signs, i -> random.nextBoolean() ? 1 : -1);
    return signs;
  }

  /**
   * A trace.
   *
   * @param value the estimate
   * @param standardError its standard error, from the spread of the probes
   */
  public record Trace(double value, double standardError) {}
}
