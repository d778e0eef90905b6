package org.shiftscope.compute.kind;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;

/**
 * What whoever runs a server lets one trial have.
 *
 * @param time how long it may take over all its attempts; empty for any time
 * @param memory bytes, in Java's heap and outside of it; empty for all that there is
 */
public record TrialLimits(Optional<Duration> time, Optional<Long> memory) {

  /** None. */
  public static final TrialLimits NONE = new TrialLimits(Optional.empty(), Optional.empty());

  /**
   * Refuses hours that somebody asks for a trial.
   *
   * @throws InvalidSpec where they are more than this
   */
  public void checkHours(double hours) {
    time.filter(most -> hours > most.toMillis() / 3.6e6)
        .ifPresent(
            most -> {
              throw InvalidSpec.of(
                  List.of(
                      new Problem(
                          "trialHours",
                          String.format(
                              Locale.ROOT,
                              "must be at most %s, the server's limit (trial-time-limit)",
                              most.toHours()),
                          Double.toString(hours))));
            });
  }

  /**
   * Refuses a trial that needs more memory.
   *
   * @throws InvalidSpec with the field to which most of it is owed
   */
  void check(TrialMemory need) {
    memory
        .flatMap(need::above)
        .ifPresent(
            problem -> {
              throw InvalidSpec.of(List.of(problem));
            });
  }
}
