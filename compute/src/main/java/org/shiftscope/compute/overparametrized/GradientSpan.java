package org.shiftscope.compute.overparametrized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.openblas.global.openblas;
import org.shiftscope.compute.descent.Vectors;

/**
 * The span of vectors that come one by one: an orthonormal basis by Gram-Schmidt, each vector
 * orthogonalised twice, which is enough (Kahan and Parlett), and the vectors' coordinates in it.
 *
 * <p>A vector whose part outside of the span so far is below 1e-10 of its length adds no direction.
 * The rank is that of the singular values above max(N, d) · 2⁻⁵² of the largest (Golub and Van
 * Loan, Matrix Computations, 4th ed., Section 5.4.1). Cost: 4 N² d operations; memory N · d.
 */
final class GradientSpan {

  private static final double NEGLIGIBLE = 1e-10;

  private final int dimension;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> coordinates = new ArrayList<>();

  GradientSpan(int dimension, SpanState from) {
    this.dimension = dimension;
    basis.addAll(from.basis());
    coordinates.addAll(from.coordinates());
  }

  /** All that is needed to go on. */
  SpanState state() {
    return new SpanState(List.copyOf(basis), List.copyOf(coordinates));
  }

  /** Vectors that were added. */
  int count() {
    return coordinates.size();
  }

  /** Adds a vector. {@code v}: shape [d], not modified. */
  void add(double[] v) {
    double[] rest = v.clone();
    double[] found = new double[basis.size() + 1];
    subtractProjection(rest, found);
    subtractProjection(rest, found);
    double left = Vectors.norm(rest);
    if (basis.size() < dimension && left > NEGLIGIBLE * Vectors.norm(v)) {
      found[basis.size()] = left;
      Arrays.setAll(rest, i -> rest[i] / left);
      basis.add(rest);
    }
    coordinates.add(found);
  }

  /** Directions of the basis. */
  int directions() {
    return basis.size();
  }

  /** P v, a fresh vector. {@code v}: shape [d], not modified. */
  double[] project(double[] v) {
    double[] rest = v.clone();
    subtractProjection(rest, new double[basis.size()]);
    return Vectors.difference(v, rest);
  }

  /** ‖v − P v‖ / ‖v‖, 0 for v = 0. */
  double relativeDistance(double[] v) {
    double[] rest = v.clone();
    double[] ignored = new double[basis.size()];
    subtractProjection(rest, ignored);
    subtractProjection(rest, ignored);
    double norm = Vectors.norm(v);
    return norm == 0 ? 0 : Vectors.norm(rest) / norm;
  }

  /** The singular values of the matrix of all vectors, descending, shape [min(N, directions)]. */
  double[] singularValues() {
    return singularValuesOf(new double[basis.size()]);
  }

  /** Those of the vectors less their mean: of C, they are the square roots, but for 1/√N. */
  double[] centredSingularValues() {
    double[] mean = new double[basis.size()];
    for (double[] row : coordinates) {
      for (int j = 0; j < Math.min(row.length, mean.length); j++) {
        mean[j] += row[j] / coordinates.size();
      }
    }
    return singularValuesOf(mean);
  }

  /** How many of the singular values count. {@code values}: descending, not modified. */
  int rank(double[] values) {
    double least =
        values.length == 0
            ? 0
            : values[0] * Math.max(dimension, coordinates.size()) * Math.ulp(1.0);
    return (int) Arrays.stream(values).filter(value -> value > least).count();
  }

  private double[] singularValuesOf(double[] mean) {
    int rows = coordinates.size();
    int columns = basis.size();
    double[] matrix = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      double[] row = coordinates.get(i);
      for (int j = 0; j < columns; j++) {
        matrix[i * columns + j] = (j < row.length ? row[j] : 0) - mean[j];
      }
    }
    double[] values = new double[Math.min(rows, columns)];
    int info =
        openblas.LAPACKE_dgesdd(
            openblas.LAPACK_ROW_MAJOR,
            (byte) 'N',
            rows,
            columns,
            matrix,
            columns,
            values,
            new double[1],
            rows,
            new double[1],
            columns);
    if (info != 0) {
      throw new IllegalStateException("dgesdd failed with " + info);
    }
    return values;
  }

  /** rest −= P rest, and found += its coordinates; both are modified. */
  private void subtractProjection(double[] rest, double[] found) {
    for (int j = 0; j < basis.size(); j++) {
      double[] q = basis.get(j);
      double overlap = Vectors.dot(q, rest);
      found[j] += overlap;
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= overlap * q[i];
      }
    }
  }
}
