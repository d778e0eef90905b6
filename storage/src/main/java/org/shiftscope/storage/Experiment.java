package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * An experiment as it stands at one moment.
 *
 * @param id its identity
 * @param spec what was asked for
 * @param state where it stands
 * @param submitted when it was submitted
 * @param started when its first trial started
 * @param ended when its last trial ended
 * @param progress how far it is
 */
public record Experiment(
    ExperimentId id,
    ExperimentSpec spec,
    ExperimentState state,
    Instant submitted,
    Optional<Instant> started,
    Optional<Instant> ended,
    Progress progress) {

  /**
   * How far an experiment is.
   *
   * @param trials number of trials
   * @param ended trials that ended: finished, failed or cancelled
   * @param fraction share of the expected work that is done, 0 to 1, each trial weighed by its
   *     expected cost
   * @param timeLeft expected time to the end, to about a tenth; empty until something is known, and
   *     once it has ended
   */
  public record Progress(int trials, int ended, double fraction, Optional<Duration> timeLeft) {
    public Progress {
      timeLeft = timeLeft.map(AboutTime::of);
    }
  }
}
