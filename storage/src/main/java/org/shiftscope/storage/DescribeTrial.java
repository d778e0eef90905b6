package org.shiftscope.storage;

import org.shiftscope.compute.spec.ExperimentSpec;

/** A trial's name for a person. */
final class DescribeTrial {

  private DescribeTrial() {}

  /** "Trial 3 (T = 0.003, seed 1)". */
  static String of(ExperimentSpec spec, int trial) {
    return "Trial " + trial + " (" + spec.trialLabel(trial) + ")";
  }
}
