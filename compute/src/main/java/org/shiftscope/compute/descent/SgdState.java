package org.shiftscope.compute.descent;

/**
 * SGD between two steps. The order of each epoch's samples is a stream of its own, so nothing else
 * is needed to go on in the middle of an epoch.
 *
 * @param step steps taken
 * @param theta θ, shape [d]; float32 numbers, which float64 holds exactly
 * @param velocity v of the momentum, shape [d], or [0] without momentum; float32 numbers as well
 * @param statistics the running statistics of batch norms, shape [b]; the same
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record SgdState(long step, double[] theta, double[] velocity, double[] statistics) {}
