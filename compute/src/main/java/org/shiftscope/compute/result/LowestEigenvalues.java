package org.shiftscope.compute.result;

/**
 * The lower end of a Hessian's spectrum by Lanczos' method, in units of loss / length².
 *
 * @param values the smallest Ritz values, ascending: each is at least the true eigenvalue of its
 *     place. As many as are below 0, so many eigenvalues are at least
 * @param residuals of each: it is within it of an eigenvalue, which need not be that of its place
 * @param atLeast the true smallest is at least this, but for a probability of {@code failure}
 * @param failure probability that {@code atLeast} does not hold, over the random start
 * @param largest largest eigenvalue found in size, at least 0: what the others are compared with
 * @param products Hessian-vector products spent
 */
public record LowestEigenvalues(
    Series values,
    Series residuals,
    double atLeast,
    double failure,
    double largest,
    long products) {

  /** Distance of the bound from the value, relative to the value, up to which it is resolved. */
  public static final double RESOLUTION = 0.01;

  /** The smallest found, an upper bound of the true one. */
  public double atMost() {
    return values.get(0);
  }

  /** Whether the true smallest is known to a part of {@link #RESOLUTION}. */
  public boolean resolved() {
    return atMost() - atLeast <= RESOLUTION * Math.abs(atMost());
  }
}
