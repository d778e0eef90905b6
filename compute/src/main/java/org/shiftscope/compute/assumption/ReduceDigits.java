package org.shiftscope.compute.assumption;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.model.LogisticModel;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.DatasetName;

/** Two classes of the digits by their images' first principal components. */
final class ReduceDigits {

  private ReduceDigits() {}

  /** The regression of the second class against the first; the last input is the constant 1. */
  static LogisticModel model(DigitsRegression spec, Samples digits) {
    int size = DatasetName.DIGITS.sampleSize();
    int[] chosen =
        IntStream.range(0, digits.count())
            .filter(
                i ->
                    digits.classes()[i] == spec.firstClass()
                        || digits.classes()[i] == spec.secondClass())
            .toArray();
    double[][] pixels = new double[chosen.length][size];
    double[] y = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < size; j++) {
        pixels[i][j] = digits.features()[chosen[i] * size + j];
      }
      y[i] = digits.classes()[chosen[i]] == spec.secondClass() ? 1 : 0;
    }
    return new LogisticModel(components(pixels, spec.components()), y, spec.lambda());
  }

  /** The first components, each of mean 0 and variance 1, and a constant. Shape [N][count + 1]. */
  private static double[][] components(double[][] pixels, int count) {
    RealMatrix covariance = new Covariance(pixels, false).getCovarianceMatrix();
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(covariance);
    RealMatrix along = new Array2DRowRealMatrix(pixels, false).multiply(eigen.getV());
    double[][] inputs = new double[pixels.length][count + 1];
    for (int component = 0; component < count; component++) {
      double[] column = along.getColumn(component);
      double mean =
          IntStream.range(0, column.length).mapToDouble(i -> column[i]).average().orElseThrow();
      double deviation = Math.sqrt(eigen.getEigenvalue(component));
      for (int i = 0; i < column.length; i++) {
        inputs[i][component] = (column[i] - mean) / deviation;
      }
    }
    for (double[] input : inputs) {
      input[count] = 1;
    }
    return inputs;
  }
}
