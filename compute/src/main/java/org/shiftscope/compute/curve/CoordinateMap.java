package org.shiftscope.compute.curve;

/**
 * A change of coordinates φ = r(x) on a domain, strictly monotone. Safe for use by many threads.
 */
public interface CoordinateMap {

  /** φ = r(x). */
  double phi(double x);

  /** x = r⁻¹(φ). */
  double x(double phi);

  /** The Taylor coefficients of r about x: r(x), r′(x), ½ r″(x), … Shape [order + 1]. */
  double[] series(int order, double x);

  /** Whether it is a straight line: then every term must be the same, to rounding. */
  boolean isLinear();
}
