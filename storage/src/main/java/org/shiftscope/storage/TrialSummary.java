package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A trial as it stands at one moment, without its result.
 *
 * @param experiment its experiment
 * @param number its number in the experiment, from 0
 * @param state where it stands
 * @param outcome the name in JSON of its result's outcome, once it has finished
 * @param phase what it is doing, or the trials that it waits for, for a person; else empty
 * @param fraction share of its expected work that is done, 0 to 1
 * @param attempts how many times a worker took it up
 * @param started when the last attempt started
 * @param ended when it ended
 * @param failure why the machine failed it, or its last attempt, a sentence
 * @param again when it is tried again by itself, where it waits since the machine failed it
 * @param ranBy who took the last attempt up; empty before the first, and where it is not known
 */
public record TrialSummary(
    ExperimentId experiment,
    int number,
    TrialState state,
    Optional<String> outcome,
    String phase,
    double fraction,
    int attempts,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<String> failure,
    Optional<Instant> again,
    Optional<RanBy> ranBy) {

  /**
   * A worker, in short.
   *
   * @param worker its id
   * @param host its machine's name
   */
  public record RanBy(String worker, String host) {}

  /** The attempt that runs or ran last. */
  TrialAttempt lastAttempt() {
    return new TrialAttempt(experiment, number, attempts);
  }

  /** The same trial, further on. */
  TrialSummary at(String newPhase, double newFraction) {
    return new TrialSummary(
        experiment,
        number,
        state,
        outcome,
        newPhase,
        newFraction,
        attempts,
        started,
        ended,
        failure,
        again,
        ranBy);
  }
}
