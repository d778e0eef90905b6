package org.shiftscope.compute.curvature;

import java.util.List;

/** An algorithm on a loss at a point, between two products of its operator with vectors. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public sealed interface ProductsState {

  /**
   * {@link Lanczos}.
   *
   * @param basis the orthonormal vectors so far, one for each product, shape [d] each
   * @param diagonal of the tridiagonal matrix
   * @param beside it
   * @param next the next vector, shape [d]
   */
  record Search(List<double[]> basis, List<Double> diagonal, List<Double> beside, double[] next)
      implements ProductsState {}

  /**
   * {@link HutchPlusPlus}.
   *
   * @param products products spent
   * @param basis of the dominant subspace so far, shape [d] each
   * @param inside the trace there so far
   * @param outside what the probes of the rest have found
   */
  record Trace(int products, List<double[]> basis, double inside, List<Double> outside)
      implements ProductsState {}

  /**
   * A sum over the samples' gradients.
   *
   * @param samples summed so far
   */
  record Sum(int samples, double sum) implements ProductsState {}
}
