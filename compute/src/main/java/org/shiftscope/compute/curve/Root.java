package org.shiftscope.compute.curve;

/**
 * A place where a slope changes its sign, enclosed: its signs at both ends are proven.
 *
 * @param low a lower bound of the place
 * @param high an upper bound
 * @param rising whether from below 0 to above: a minimum
 * @param single whether it is proven that the slope has no other 0 there; else it is an odd number
 *     of them that may lie in there, told as one
 */
public record Root(double low, double high, boolean rising, boolean single) {}
