package org.shiftscope.compute.diffusion;

import java.util.Arrays;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.shiftscope.compute.result.WeakError.Order;

/**
 * The order p of errors that fall with the step η, by least squares of ln error = ln a + p ln η + b
 * η + c η². The last terms stand for the next orders, which would otherwise be counted into the
 * slope.
 */
final class FitOrder {

  private FitOrder() {}

  /**
   * Fits.
   *
   * @param steps η, shape [n], n ≥ 5; not modified
   * @param errors above 0, shape [n]; not modified
   */
  static Order of(double[] steps, double[] errors) {
    double[][] terms = new double[steps.length][];
    Arrays.setAll(terms, i -> new double[] {Math.log(steps[i]), steps[i], steps[i] * steps[i]});
    var fit = new OLSMultipleLinearRegression();
    fit.newSampleData(Arrays.stream(errors).map(Math::log).toArray(), terms);
    return new Order(
        fit.estimateRegressionParameters()[1], fit.estimateRegressionParametersStandardErrors()[1]);
  }
}
