package org.shiftscope.compute.kind;

import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * Estimates an experiment's time and memory from steps that it times for about a second. Safe for
 * use by many threads.
 */
public final class EstimateCost {

  private final DataFolder folder;
  private final LongSupplier nanoTime;

  /**
   * Prepares.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public EstimateCost(DataFolder folder, LongSupplier nanoTime) {
    this.folder = folder;
    this.nanoTime = nanoTime;
  }

  /**
   * Estimates.
   *
   * @param slots trials that run at the same time, at least 1
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  public Estimate estimate(ExperimentSpec spec, int slots) {
    spec.datasets().forEach(folder::check);
    Kind kind = Kind.of(spec);
    return SumUpCosts.of(kind, kind.time(folder, nanoTime), spec.trialCount(), slots);
  }
}
