package org.shiftscope.compute.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A measured value with its error.
 *
 * @param value the value
 * @param error its standard error, at least 0; NaN where nothing is known about it
 * @param freedom degrees of freedom of the error; 0 where nothing is known about it
 */
public record Uncertain(double value, double error, double freedom) {

  /** Its 95 % interval by Student's t; the value alone where the error is 0. */
  public ConfidenceInterval interval() {
    double half =
        error == 0 ? 0 : error * new TDistribution(freedom).inverseCumulativeProbability(0.975);
    return new ConfidenceInterval(value - half, value + half);
  }

  /** This less another that was measured independently of it, as in Welch's test. */
  public Uncertain minus(Uncertain other) {
    return new Uncertain(
        value - other.value,
        Math.hypot(error, other.error),
        freedom(error, freedom, other.error, other.freedom));
  }

  /** Degrees of freedom of the sum of two errors (Welch and Satterthwaite). */
  public static double freedom(double error, double freedom, double other, double itsFreedom) {
    double first = error * error;
    double second = other * other;
    return (first + second)
        * (first + second)
        / (first * first / freedom + second * second / itsFreedom);
  }

  /** The error as a share of the value. */
  public double relativeError() {
    return error / value;
  }
}
