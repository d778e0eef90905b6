package org.shiftscope.storage;

import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * Runs one trial. What it throws fails the trial with the exception's message, and never stops the
 * worker.
 */
@FunctionalInterface
public interface TrialWork {

  /**
   * Runs a trial to its result.
   *
   * @param spec the experiment's spec
   * @param trial the trial's number, from 0
   * @param watch hears of progress, and asks the trial to stop
   */
  TrialResult run(ExperimentSpec spec, int trial, TrialWatch watch);
}
