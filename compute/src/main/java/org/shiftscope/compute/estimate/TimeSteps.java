package org.shiftscope.compute.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times a step as it will run for a long time: in rounds, until three in a row are no faster than
 * those before, and so the compiler is through with it.
 */
public final class TimeSteps {

  private static final double SECONDS = 0.05;
  private static final int ROUNDS = 20;
  private static final int SAME = 3;
  private static final double FASTER = 0.95;

  private TimeSteps() {}

  /**
   * Runs a step for 0.2 to 1 s, and four times at least.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @return the median of what it took in the fastest round, in seconds
   */
  public static double median(Runnable step, LongSupplier nanoTime) {
    double fastest = round(step, nanoTime);
    int same = 0;
    for (int i = 1; i < ROUNDS && same < SAME; i++) {
      double now = round(step, nanoTime);
      same = now < FASTER * fastest ? 0 : same + 1;
      fastest = Math.min(fastest, now);
    }
    return fastest;
  }

  private static double round(Runnable step, LongSupplier nanoTime) {
    List<Double> seconds = new ArrayList<>();
    long start = nanoTime.getAsLong();
    long before = start;
    while (seconds.isEmpty() || before - start < SECONDS * 1e9) {
      step.run();
      long now = nanoTime.getAsLong();
      seconds.add((now - before) / 1e9);
      before = now;
    }
    seconds.sort(null);
    return seconds.get(seconds.size() / 2);
  }
}
