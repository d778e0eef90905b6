package org.shiftscope.storage;

/**
 * One attempt at a trial: the unit of the queue. Whatever a worker writes is guarded by the
 * attempt, so that one which was given up and wakes later changes nothing.
 *
 * @param experiment the experiment
 * @param trial the trial's number, from 0
 * @param attempt which attempt, from 1
 */
record TrialAttempt(ExperimentId experiment, int trial, int attempt) {

  /** Whether another attempt, or this one, is at the same trial. */
  boolean isOfTheSameTrial(TrialAttempt other) {
    return experiment.equals(other.experiment) && trial == other.trial;
  }

  /** The name of its row in the queue. */
  String name() {
    return experiment.value() + "." + trial + "." + attempt;
  }

  /** Reads what {@link #name} wrote. */
  static TrialAttempt named(String name) {
    String[] parts = name.split("\\.", -1);
    return new TrialAttempt(
        new ExperimentId(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
