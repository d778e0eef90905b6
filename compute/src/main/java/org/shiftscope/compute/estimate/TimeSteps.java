package org.shiftscope.compute.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.hipparchus.stat.StatUtils;

/**
 * Times a step as it will run for a long time: in rounds, until three in a row are no faster than
 * those before, and so the compiler is through with it.
 */
public final class TimeSteps {

  private static final double SECONDS = 0.05;
  private static final int ROUNDS = 20;
  private static final int SAME = 3;
  private static final double FASTER = 0.95;

  /** Nanoseconds beside which reading the clock is nothing: a system call, half a microsecond. */
  private static final double LEAST = 100_000;

  private final Runnable step;
  private final LongSupplier nanoTime;
  private int together = 1;

  private TimeSteps(Runnable step, LongSupplier nanoTime) {
    this.step = step;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs a step for 0.2 to 1 s, and four times at least.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @return the median over the last four rounds of the median of what it took in each, in seconds:
   *     not the fastest, since on a machine with other work none runs like that for long
   */
  public static double median(Runnable step, LongSupplier nanoTime) {
    return new TimeSteps(step, nanoTime).median();
  }

  private double median() {
    List<Double> rounds = new ArrayList<>(List.of(round()));
    double fastest = rounds.getFirst();
    int same = 0;
    while (rounds.size() < ROUNDS && same < SAME) {
      double now = round();
      same = now < FASTER * fastest ? 0 : same + 1;
      fastest = Math.min(fastest, now);
      rounds.add(now);
    }
    return median(rounds.subList(Math.max(0, rounds.size() - SAME - 1), rounds.size()));
  }

  /** Several short steps between two looks at the clock count as one. */
  private double round() {
    List<Double> seconds = new ArrayList<>();
    long start = nanoTime.getAsLong();
    long before = start;
    while (seconds.isEmpty() || before - start < SECONDS * 1e9) {
      for (int i = 0; i < together; i++) {
        step.run();
      }
      long now = nanoTime.getAsLong();
      seconds.add((now - before) / 1e9 / together);
      together = now - before < LEAST ? 2 * together : together;
      before = now;
    }
    return median(seconds);
  }

  private static double median(List<Double> values) {
    return StatUtils.percentile(values.stream().mapToDouble(value -> value).toArray(), 50);
  }
}
