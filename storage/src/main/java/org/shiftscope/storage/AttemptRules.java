package org.shiftscope.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a worker lets a trial try.
 *
 * @param longest what a trial may take over all its attempts, where its experiment has no limit of
 *     its own; empty for any time
 * @param waits how long a trial waits after its first fault of the machine, its second and so on;
 *     after one more it has failed
 */
public record AttemptRules(Optional<Duration> longest, List<Duration> waits) {

  /** No limit of time; up to three more attempts, 10 s, 1 min and 5 min after a fault. */
  public static final AttemptRules USUAL =
      new AttemptRules(
          Optional.empty(),
          List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5)));

  /** No limit of time, and nothing is tried again by itself. */
  public static final AttemptRules ONCE = new AttemptRules(Optional.empty(), List.of());

  public AttemptRules {
    waits = List.copyOf(waits);
  }

  /** The same with a limit of time. */
  public AttemptRules within(Optional<Duration> limit) {
    return new AttemptRules(limit, waits);
  }
}
