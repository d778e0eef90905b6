package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;

/** A trial as it stands in its table: {@link Trial} without the result. */
record TrialRow(
    ExperimentId experiment,
    int number,
    TrialState state,
    String phase,
    double fraction,
    int attempts,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<String> failure) {

  /** The attempt that runs or ran last. */
  TrialAttempt lastAttempt() {
    return new TrialAttempt(experiment, number, attempts);
  }

  /** The same trial, further on. */
  TrialRow at(String newPhase, double newFraction) {
    return new TrialRow(
        experiment, number, state, newPhase, newFraction, attempts, started, ended, failure);
  }

  Trial with(Optional<TrialResult> result) {
    return new Trial(number, state, phase, fraction, attempts, started, ended, failure, result);
  }
}
