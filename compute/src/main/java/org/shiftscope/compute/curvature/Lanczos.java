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
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.stage.StageRun;

/**
 * The largest and smallest eigenvalues of a symmetric operator by Lanczos' method with full
 * reorthogonalisation (Golub and Van Loan, Matrix Computations, 4th ed., Section 10.3). Each step
 * costs one product and keeps one vector.
 *
 * <p>An eigenvalue of the tridiagonal matrix lies within its residual β |last component| of <em>one
 * of</em> the operator's; that it is the smallest, no residual says. It is an upper bound of the
 * smallest; how far that may lie below is told by {@link ProbableBound}.
 */
public final class Lanczos {

  /** Steps that are timed. */
  private static final int TIMED = 60;

  /** The tridiagonal matrix is looked at after each step up to this one, and then ever fewer. */
  private static final int EACH = 30;

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
   * @param tolerance residual at which one of the largest counts as found, relative to itself;
   *     above 0
   * @param resolution distance of the smallest from its lower bound at which it counts as found,
   *     relative to itself; above 0
   * @param mostSteps cap on the products, at least 1
   */
  public record Wanted(
      int largest, int smallest, double tolerance, double resolution, int mostSteps) {

    /** The largest alone. */
    public static Wanted atTheTop(int largest, double tolerance, int mostSteps) {
      return new Wanted(largest, 0, tolerance, 1, mostSteps);
    }
  }

  /**
   * Finds the extreme eigenvalues.
   *
   * @param random where the search starts; what it draws must not hang on the operator, since the
   *     lower bound holds over it
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
   * Operations of a search beside its products, about: the tridiagonal matrix is decomposed now and
   * then, and each vector is orthogonalised twice against all before.
   *
   * @param steps products
   * @param dimension rows of the operator
   */
  public static double operations(double steps, int dimension) {
    double k = Math.min(steps, dimension);
    double decompositions = 0;
    for (int step = 1; step <= k; step++) {
      decompositions += looks(step) ? 1.0 * step * step * step : 0;
    }
    return decompositions + 2 * k * k * dimension;
  }

  private static boolean looks(int step) {
    return step <= EACH || step % (step / 10) == 0;
  }

  /** What stages call the sort of a search's steps that are no passes over samples. */
  public static final String OPERATION = "operation of a search";

  /**
   * Times one of these operations on a search of some steps.
   *
   * @param dimension rows of the operator, at least 1
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public static double secondsOfOperation(int dimension, LongSupplier nanoTime) {
    var nothingFound = new Wanted(1, 1, Double.MIN_VALUE, Double.MIN_VALUE, TIMED);
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
      // Below that the basis spans an invariant subspace: nothing is left to find from this start.
      boolean last = basis.size() == steps || beta <= 1e-14 * scale();
      if (last || looks(basis.size())) {
        Spectrum spectrum = spectrum(beta);
        if (last || spectrum.converged()) {
          return spectrum;
        }
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

  /** About the largest eigenvalue in size. */
  private double scale() {
    double scale = 0;
    for (int j = 0; j < diagonal.size(); j++) {
      scale = Math.max(scale, Math.abs(diagonal.get(j)) + (j > 0 ? beside.get(j - 1) : 0));
    }
    return scale;
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

  private Spectrum spectrum(double beta) {
    int steps = diagonal.size();
    EigenDecompositionSymmetric ritz =
        new EigenDecompositionSymmetric(array(diagonal), array(beside));
    double[] values = ritz.getEigenvalues();
    Integer[] order = new Integer[steps];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    int[] top = new int[Math.min(wanted.largest(), steps)];
    Arrays.setAll(top, i -> order[i]);
    int[] bottom = new int[Math.min(wanted.smallest(), steps)];
    Arrays.setAll(bottom, i -> order[steps - 1 - i]);
    double[] smallest = Arrays.stream(bottom).mapToDouble(i -> values[i]).toArray();
    double atLeast = smallest.length == 0 ? Double.NEGATIVE_INFINITY : atLeast(beta, smallest[0]);
    boolean enough = steps >= Math.min(wanted.largest() + wanted.smallest(), operator.dimension());
    boolean topFound =
        Arrays.stream(top)
            .allMatch(i -> residual(ritz, i, beta) <= wanted.tolerance() * Math.abs(values[i]));
    boolean bottomFound =
        smallest.length == 0
            || smallest[0] - atLeast <= wanted.resolution() * Math.abs(smallest[0]);
    return new Spectrum(
        Arrays.stream(top).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(top).mapToDouble(i -> residual(ritz, i, beta)).max().orElseThrow(),
        topFound,
        new LowerEnd(
            smallest,
            Arrays.stream(bottom).mapToDouble(i -> residual(ritz, i, beta)).toArray(),
            atLeast),
        vector(ritz.getEigenvector(order[0]).toArray()),
        steps,
        enough && topFound && bottomFound);
  }

  /** The whole basis leaves rounding alone. */
  private double atLeast(double beta, double smallest) {
    double[] besides = Arrays.copyOf(array(beside), diagonal.size());
    besides[diagonal.size() - 1] = diagonal.size() == operator.dimension() ? 0 : beta;
    return new ProbableBound(array(diagonal), besides, operator.dimension()).below(smallest);
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
   * @param residual each of them is within it of an eigenvalue
   * @param largestFound whether each has a residual within the tolerance
   * @param lower the other end
   * @param top a unit eigenvector of the largest, shape [d]
   * @param products products spent
   * @param converged whether all that was wanted was found
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Spectrum(
      double[] largest,
      double residual,
      boolean largestFound,
      LowerEnd lower,
      double[] top,
      int products,
      boolean converged) {

    /** The lower end, beside the largest in size; some must have been wanted there. */
    public LowestEigenvalues lowest() {
      return new LowestEigenvalues(
          Series.of(lower.smallest()),
          Series.of(lower.residuals()),
          lower.atLeast(),
          products == top.length ? 0 : ProbableBound.FAILURE,
          Math.max(Math.abs(largest[0]), Math.abs(lower.smallest()[0])),
          products);
    }
  }

  /**
   * The lower end of a spectrum.
   *
   * @param smallest ascending: the true ones are at most these, one by one
   * @param residuals of each: it is within it of an eigenvalue, which need not be so low
   * @param atLeast the true smallest is at least this, with probability 1 − {@value
   *     ProbableBound#FAILURE}; −∞ where none was wanted
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record LowerEnd(double[] smallest, double[] residuals, double atLeast) {}
}
