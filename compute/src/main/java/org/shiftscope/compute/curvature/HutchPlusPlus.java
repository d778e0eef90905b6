package org.shiftscope.compute.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * The trace of a symmetric operator by Hutch++ (Meyer, Musco, Musco and Woodruff 2021, Algorithm
 * 1): a third of the products finds the dominant subspace, a third takes the trace there exactly,
 * and a third estimates the rest by Hutchinson's probes of random signs. Its error falls as 1 /
 * products, where Hutchinson's alone falls as 1 / √products.
 */
public final class HutchPlusPlus {

  private final SymmetricOperator operator;
  private final int products;
  private final RandomGenerator random;
  private final StageRun<ProductsState> run;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> outside = new ArrayList<>();
  private final double[] product;
  private double inside;
  private int done;

  private HutchPlusPlus(
      SymmetricOperator operator,
      int products,
      RandomGenerator random,
      StageRun<ProductsState> run) {
    this.operator = operator;
    this.products = products;
    this.random = random;
    this.run = run;
    product = new double[operator.dimension()];
    if (run.from().orElse(null) instanceof ProductsState.Trace state) {
      done = state.products();
      basis.addAll(state.basis());
      inside = state.inside();
      outside.addAll(state.outside());
    }
  }

  /**
   * Estimates.
   *
   * @param products products to spend, at least 6; 3·d and more give the trace exactly
   * @param random draws the probes
   * @param run hears the share of the products; goes on between two of them
   */
  public static Trace estimate(
      SymmetricOperator operator,
      int products,
      RandomGenerator random,
      StageRun<ProductsState> run) {
    var estimate = new HutchPlusPlus(operator, products, random, run);
    return products >= 3L * operator.dimension() ? estimate.exactly() : estimate.byProbes();
  }

  private Trace byProbes() {
    int third = products / 3;
    int d = operator.dimension();
    for (int j = 0; j < third; j++) {
      double[] probe = signs(d, random);
      if (j == done) {
        times(probe);
        addTo(basis, product.clone());
        offer();
      }
    }
    // As many as there are directions: a probe may have added none.
    for (int j = done - third; j < basis.size(); j++) {
      double[] q = basis.get(j);
      times(q);
      inside += Vectors.dot(q, product);
      offer();
    }
    for (int j = 0; j < third; j++) {
      double[] probe = signs(d, random);
      if (j == outside.size()) {
        takeOut(basis, probe);
        times(probe);
        outside.add(Vectors.dot(probe, product));
        offer();
      }
    }
    var rest = new StreamingStatistics();
    outside.forEach(rest::addValue);
    double error = rest.getStandardDeviation() / Math.sqrt(third);
    return new Trace(done, new Uncertain(inside + rest.getMean(), error, third - 1));
  }

  private Trace exactly() {
    double[] unit = new double[product.length];
    for (int j = done; j < unit.length; j++) {
      unit[j] = 1;
      times(unit);
      unit[j] = 0;
      inside += product[j];
      offer();
    }
    return new Trace(done, new Uncertain(inside, 0, Double.POSITIVE_INFINITY));
  }

  private void times(double[] v) {
    run.progress().accept(share());
    operator.times(v, product);
    done++;
  }

  private void offer() {
    run.progress().accept(share());
    run.offer()
        .accept(
            () -> new ProductsState.Trace(done, List.copyOf(basis), inside, List.copyOf(outside)));
  }

  private double share() {
    return (double) done / products;
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
   * @param products products spent
   * @param estimate the trace; its standard error, from the spread of the probes of the rest, has
   *     one degree of freedom less than there are of them: few tell their own spread badly, and
   *     Student's t allows for it
   */
  public record Trace(int products, Uncertain estimate) {}
}
