package org.shiftscope.compute.statistics;

/**
 * A measured value with its error.
 *
 * @param value the value
 * @param error its standard error, above 0
 * @param freedom degrees of freedom of the error, above 0
 */
public record Uncertain(double value, double error, double freedom) {

  /** The error as a share of the value. */
  public double relativeError() {
    return error / value;
  }
}
