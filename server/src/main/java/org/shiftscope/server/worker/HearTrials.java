package org.shiftscope.server.worker;

import java.time.Duration;

/** Hears of each attempt at a trial that ended here. Called from the trials' threads. */
@FunctionalInterface
public interface HearTrials {

  /** Hears nothing. */
  HearTrials NOBODY = (kind, device, end, took) -> {};

  /**
   * An attempt ended.
   *
   * @param kind the experiment's kind, by its name in JSON
   * @param device the lane
   * @param end the outcome by its name in JSON, or {@code stopped} or {@code failed}
   * @param took how long it ran
   */
  void ended(String kind, String device, String end, Duration took);
}
