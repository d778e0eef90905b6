package org.shiftscope.compute.simulation;

/**
 * The blocks of an ensemble that are done.
 *
 * @param counts visits to each bin, whole numbers, shape [blocks done · bins]
 * @param ends where the walkers of those blocks ended, shape [walkers done]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EnsembleState(double[] counts, double[] ends) {}
