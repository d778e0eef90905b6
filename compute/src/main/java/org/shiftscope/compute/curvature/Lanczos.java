package org.shiftscope.compute.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;

/**
 * The largest and smallest eigenvalues of a symmetric operator by Lanczos' method with full
 * reorthogonalisation (Golub and Van Loan, Matrix Computations, 4th ed., Section 10.3). Each step
 * costs one product and keeps one vector. An eigenvalue of the tridiagonal matrix lies within its
 * residual β |last component| of one of the operator's.
 */
public final class Lanczos {

  /** Steps that are timed. */
  private static final int TIMED = 60;

  private final SymmetricOperator operator;
  private final Wanted wanted;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();

  private Lanczos(SymmetricOperator operator, Wanted wanted) {
    this.operator = operator;
    this.wanted = wanted;
  }

  /**
   * What to look for.
   *
   * @param largest how many at the upper end, at least 1
   * @param smallest how many at the lower end, at least 0
   * @param tolerance residual at which an eigenvalue counts as found, relative to the largest in
   *     size; above 0
   * @param mostSteps cap on the products, at least 1
   */
  public record Wanted(int largest, int smallest, double tolerance, int mostSteps) {}

  /**
   * Finds the extreme eigenvalues.
   *
   * @param random where the search starts
   * @param run hears the share of the most products; goes on between two of them
   */
  public static Spectrum extremes(
      SymmetricOperator operator,
      Wanted wanted,
      RandomGenerator random,
      StageRun<ProductsState> run) {
    return new Lanczos(operator, wanted).run(random, run);
  }

  /**
   * Operations of a search beside its products, about: the tridiagonal matrix is decomposed after
   * each, and each vector is orthogonalised twice against all before.
   *
   * @param steps products
   * @param dimension rows of the operator
   */
  public static double operations(double steps, int dimension) {
    double k = Math.min(steps, dimension);
    return k * k * k * k + 2 * k * k * dimension;
  }

  /**
   * Times one of these operations on a search of some steps.
   *
   * @param dimension rows of the operator, at least 1
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public static double secondsOfOperation(int dimension, LongSupplier nanoTime) {
    var nothingFound = new Wanted(1, 1, Double.MIN_VALUE, TIMED);
    return TimeSteps.median(
            () ->
                extremes(
                    SymmetricOperator.ascending(dimension),
                    nothingFound,
                    RandomStreams.of(0).generator(),
                    StageRun.whole(share -> {})),
            nanoTime)
        / operations(TIMED, dimension);
  }

  private Spectrum run(RandomGenerator random, StageRun<ProductsState> run) {
    double[] v = start(random, run);
    int steps = Math.min(wanted.mostSteps(), operator.dimension());
    while (true) {
      run.progress().accept((double) basis.size() / steps);
      double beta = step(v);
      Spectrum spectrum = spectrum(beta, wanted.tolerance());
      if (spectrum.converged() || basis.size() == steps) {
        return spectrum;
      }
      beside.add(beta);
      scale(v, 1 / beta);
      run.progress().accept((double) basis.size() / steps);
      run.offer()
          .accept(
              () ->
                  new ProductsState.Search(
                      List.copyOf(basis), List.copyOf(diagonal), List.copyOf(beside), v));
    }
  }

  private double[] start(RandomGenerator random, StageRun<ProductsState> run) {
    if (run.from().orElse(null) instanceof ProductsState.Search state) {
      basis.addAll(state.basis());
      diagonal.addAll(state.diagonal());
      beside.addAll(state.beside());
      return state.next();
    }
    double[] v = new double[operator.dimension()];
    Arrays.setAll(v, i -> random.nextGaussian());
    scale(v, 1 / Vectors.norm(v));
    return v;
  }

  /** Adds v to the basis and leaves the next, not yet normalised, in it. Returns its norm. */
  private double step(double[] v) {
    double[] q = v.clone();
    basis.add(q);
    operator.times(q, v);
    diagonal.add(Vectors.dot(q, v));
    // Twice is enough to keep the basis orthogonal to rounding (Kahan and Parlett).
    for (int pass = 0; pass < 2; pass++) {
      for (double[] earlier : basis) {
        double overlap = Vectors.dot(earlier, v);
        for (int i = 0; i < v.length; i++) {
          v[i] -= overlap * earlier[i];
        }
      }
    }
    return Vectors.norm(v);
  }

  private Spectrum spectrum(double beta, double tolerance) {
    int steps = diagonal.size();
    EigenDecompositionSymmetric ritz =
        new EigenDecompositionSymmetric(array(diagonal), array(beside));
    double[] values = ritz.getEigenvalues();
    Integer[] order = new Integer[steps];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double[] largest = new double[Math.min(wanted.largest(), steps)];
    double[] smallest = new double[Math.min(wanted.smallest(), steps)];
    int all = Math.min(wanted.largest() + wanted.smallest(), operator.dimension());
    double worst = steps < all ? Double.MAX_VALUE : 0;
    for (int i = 0; i < largest.length; i++) {
      largest[i] = values[order[i]];
      worst = Math.max(worst, residual(ritz, order[i], beta));
    }
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] = values[order[steps - 1 - i]];
      worst = Math.max(worst, residual(ritz, order[steps - 1 - i], beta));
    }
    // The basis is whole, or spans an invariant subspace: nothing is left to find from this start.
    boolean exhausted = steps == operator.dimension() || beta <= 1e-14 * size;
    return new Spectrum(
        largest,
        smallest,
        vector(ritz.getEigenvector(order[0]).toArray()),
        worst,
        steps,
        exhausted || worst <= tolerance * size);
  }

  /** From the coordinates in the basis. */
  private double[] vector(double[] ritz) {
    double[] vector = new double[operator.dimension()];
    for (int j = 0; j < ritz.length; j++) {
      double[] q = basis.get(j);
      for (int i = 0; i < vector.length; i++) {
        vector[i] += ritz[j] * q[i];
      }
    }
    return vector;
  }

  private static double residual(EigenDecompositionSymmetric ritz, int index, double beta) {
    double[] vector = ritz.getEigenvector(index).toArray();
    return Math.abs(beta * vector[vector.length - 1]);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void scale(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }

  /**
   * The ends of a spectrum.
   *
   * @param largest descending
   * @param smallest ascending
   * @param top a unit eigenvector of the largest, shape [d]
   * @param residual the largest error bound of them
   * @param products products spent
   * @param converged whether all residuals are within the tolerance
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Spectrum(
      double[] largest,
      double[] smallest,
      double[] top,
      double residual,
      int products,
      boolean converged) {}
}
