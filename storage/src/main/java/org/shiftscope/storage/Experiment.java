package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * An experiment as it stands at one moment, with what was asked for.
 *
 * @param summary all but the spec
 * @param document the spec, or why it cannot be read
 */
public record Experiment(ExperimentSummary summary, Document<ExperimentSpec> document) {

  /** Its identity. */
  public ExperimentId id() {
    return summary.id();
  }

  /** A person's name for it. */
  public String title() {
    return summary.title();
  }

  /** What was asked for; empty where it cannot be read. */
  public Optional<ExperimentSpec> spec() {
    return document.content();
  }

  /** Where it stands. */
  public ExperimentState state() {
    return summary.state();
  }

  /** When it was submitted. */
  public Instant submitted() {
    return summary.submitted();
  }

  /** When its first trial started. */
  public Optional<Instant> started() {
    return summary.started();
  }

  /** When its last trial ended. */
  public Optional<Instant> ended() {
    return summary.ended();
  }

  /** How far it is. */
  public Progress progress() {
    return summary.progress();
  }

  /**
   * How far an experiment is.
   *
   * @param trials number of trials
   * @param ended trials that ended: finished, failed or cancelled
   * @param fraction share of the expected work that is done, 0 to 1, each trial weighed by its
   *     expected cost
   * @param timeLeft expected time until all that run or wait have ended, to about a tenth; empty
   *     until something is known, while it is paused, and once it has ended
   * @param paused trials that wait for a person to resume them
   * @param failed of the ended ones, those that the machine failed
   */
  public record Progress(
      int trials, int ended, double fraction, Optional<Duration> timeLeft, int paused, int failed) {
    public Progress {
      timeLeft = timeLeft.map(AboutTime::of);
    }

    /** Of trials of which none is paused or failed. */
    Progress(int trials, int ended, double fraction, Optional<Duration> timeLeft) {
      this(trials, ended, fraction, timeLeft, 0, 0);
    }
  }
}
