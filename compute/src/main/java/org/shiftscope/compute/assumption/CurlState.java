package org.shiftscope.compute.assumption;

/**
 * The curl between two points.
 *
 * @param shares the antisymmetric shares at the points so far
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CurlState(double[] shares) {}
