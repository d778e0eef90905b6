package org.shiftscope.compute.steadystate;

/**
 * A run of SGD between two windows.
 *
 * @param theta θ, shape [d]
 * @param windows windows done, those of the burn-in first
 * @param sums their sums, shape [windows · size]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ChainState(double[] theta, int windows, double[] sums) {}
