package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.curvature.ProductsState;

/** A measure between two of its steps. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public sealed interface MeasureState {

  /** One that takes products of an operator with vectors, or sums over samples. */
  record Products(ProductsState state) implements MeasureState {}

  /**
   * {@link AverageSharpness}.
   *
   * @param rises what each pair of directions found so far
   */
  record Pairs(List<Double> rises) implements MeasureState {}

  /**
   * {@link WorstSharpness}.
   *
   * @param step the next δ / |θ|, shape [d]
   * @param rises what each step found so far
   */
  record Ascent(double[] step, List<Double> rises) implements MeasureState {}

  /**
   * {@link LearningCoefficient}.
   *
   * @param theta where the chain is, shape [d]
   * @param gradient of the loss there, shape [d]
   * @param loss there
   * @param stepSize ε
   * @param done steps so far
   * @param taken proposals taken after tuning
   * @param excesses n β (L − L(θ*)) after each step after tuning
   */
  record Walk(
      double[] theta,
      double[] gradient,
      double loss,
      double stepSize,
      int done,
      int taken,
      List<Double> excesses)
      implements MeasureState {}
}
