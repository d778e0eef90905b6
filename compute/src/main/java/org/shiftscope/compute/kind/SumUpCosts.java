package org.shiftscope.compute.kind;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.estimate.SayTime;
import org.shiftscope.compute.estimate.Timing;

/** Sums up what trials cost, a number of them at a time. */
final class SumUpCosts {

  private SumUpCosts() {}

  static Estimate of(Kind kind, Timing timing, int trials, int atATime) {
    double[] seconds =
        IntStream.range(0, trials)
            .mapToDouble(trial -> timing.seconds(kind.costs(trial)))
            .toArray();
    Duration total = duration(lastEnd(seconds, atATime));
    Duration longest = duration(Arrays.stream(seconds).max().orElse(0));
    long memory = kind.memory().of(atATime).bytes();
    return new Estimate(
        trials,
        IntStream.range(0, trials).mapToDouble(kind::epochs).sum(),
        total,
        duration(Arrays.stream(seconds).sum()),
        longest,
        memory,
        timing.speed(),
        String.format(
            Locale.ROOT,
            "%d %s, %d at a time: %s in all, %s for the longest, and %d MB of memory.",
            trials,
            trials == 1 ? "trial" : "trials",
            atATime,
            SayTime.about(total),
            SayTime.about(longest),
            Math.max(1, memory / 1_000_000)));
  }

  /** When the last trial ends if each slot takes the next trial as soon as it is free. */
  private static double lastEnd(double[] seconds, int slots) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < slots; i++) {
      free.add(0.0);
    }
    double last = 0;
    for (double trial : seconds) {
      double end = free.remove() + trial;
      free.add(end);
      last = Math.max(last, end);
    }
    return last;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
