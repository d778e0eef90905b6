package org.shiftscope.compute.line;

/**
 * A line between two evaluations: the sums over the samples that went through so far. All arrays
 * have the shape [points] and are modified as the line goes on.
 *
 * @param batch the present micro-batch, those of the train samples first
 * @param point the next point of the grid for it
 * @param trainLoss sums of losses over the train samples, without the L2 term
 * @param trainCorrect numbers of train samples classified right
 * @param testLoss as for train
 * @param testCorrect as for train
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LineState(
    int batch,
    int point,
    double[] trainLoss,
    double[] trainCorrect,
    double[] testLoss,
    double[] testCorrect) {

  static LineState start(int points) {
    return new LineState(
        0, 0, new double[points], new double[points], new double[points], new double[points]);
  }

  /** The same sums, which are shared, at another place. */
  LineState at(int nextBatch, int nextPoint) {
    return new LineState(nextBatch, nextPoint, trainLoss, trainCorrect, testLoss, testCorrect);
  }
}
