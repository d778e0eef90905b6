package org.shiftscope.compute.bench;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Times of the two sides, taken in turns, so that whatever else the machine does falls on both.
 *
 * @param ours shape [rounds]
 * @param theirs shape [rounds], for the same work
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Pairs(Times[] ours, Times[] theirs) {

  /** A round of one side. */
  interface Round {
    Times run();
  }

  /** Takes the rounds; the side that goes first changes from round to round. */
  static Pairs take(int rounds, Round ours, Round theirs) {
    Pairs pairs = new Pairs(new Times[rounds], new Times[rounds]);
    for (int i = 0; i < rounds; i++) {
      if (i % 2 == 0) {
        pairs.ours[i] = ours.run();
        pairs.theirs[i] = theirs.run();
      } else {
        pairs.theirs[i] = theirs.run();
        pairs.ours[i] = ours.run();
      }
    }
    return pairs;
  }

  /**
   * A quantile of the ratios of speed, ours / theirs: above 1 where Shiftscope is faster.
   *
   * @param time which of the times
   * @param share 0 to 1
   */
  double ratio(ToDoubleFunction<Times> time, double share) {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> time.applyAsDouble(theirs[i]) / time.applyAsDouble(ours[i]));
    return quantile(ratios, share);
  }

  /** The middle value. */
  static double median(Times[] times, ToDoubleFunction<Times> time) {
    return quantile(Arrays.stream(times).mapToDouble(time).toArray(), 0.5);
  }

  /** Linear between the sorted values. */
  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
