package org.shiftscope.compute.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Times a step as it will run for a long time: after the compiler is through with it. */
public final class TimeSteps {

  private static final double SECONDS = 0.2;
  private static final int WARM_UP = 3;

  private TimeSteps() {}

  /**
   * Runs a step for about 0.4 s, and four times at least.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @return the median of what it took in the second half, in seconds: neither what met the
   *     compiler nor what met no other program
   */
  public static double median(Runnable step, LongSupplier nanoTime) {
    repeat(step, WARM_UP, nanoTime);
    List<Double> seconds = repeat(step, 1, nanoTime);
    seconds.sort(null);
    return seconds.get(seconds.size() / 2);
  }

  private static List<Double> repeat(Runnable step, int least, LongSupplier nanoTime) {
    List<Double> seconds = new ArrayList<>();
    long start = nanoTime.getAsLong();
    long before = start;
    while (seconds.size() < least || before - start < SECONDS * 1e9) {
      step.run();
      long now = nanoTime.getAsLong();
      seconds.add((now - before) / 1e9);
      before = now;
    }
    return seconds;
  }
}
