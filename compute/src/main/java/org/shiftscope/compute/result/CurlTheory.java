package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * The curl of a = C⁻¹ (∇L + (T/2) ∇·C) in two dimensions, exactly but for rounding.
 *
 * @param temperature T
 * @param x columns of the grid, rising
 * @param y rows of the grid, rising
 * @param curl ∂_x a_y − ∂_y a_x, x running fastest; shape [y · x]
 * @param largest of its size on the grid
 * @param rms its root mean square over the grid
 * @param jacobianRms root mean square of ‖∂a‖ (Frobenius), which it is measured against
 * @param zero whether it is 0 but for rounding: everywhere below 1e-9 of {@code jacobianRms}
 */
@Id("curl-theory")
public record CurlTheory(
    double temperature,
    Series x,
    Series y,
    Series curl,
    double largest,
    double rms,
    double jacobianRms,
    boolean zero)
    implements Theory {

  /** The curl in parts of the field's own slope: 0 for a gradient, at most √2. */
  public double relative() {
    return rms / jacobianRms;
  }
}
