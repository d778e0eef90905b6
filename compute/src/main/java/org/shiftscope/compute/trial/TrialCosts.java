package org.shiftscope.compute.trial;

/** What the trials of one experiment cost, from steps that were timed. */
sealed interface TrialCosts
    permits TrainingCosts, LandscapeCosts, AssumptionCosts, SteadyStateCosts {

  /** Seconds of a trial. */
  double seconds(int trial);

  /** Passes over the train samples by a trial's SGD. */
  default double epochs(int trial) {
    return 0;
  }

  /** Bytes of some trials that run at the same time, with the samples that they share. */
  long memory(int atATime);

  /** How fast one trial works. */
  Speed speed();
}
