package org.shiftscope.compute.trial;

import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TrainedExperiment;

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
    return SumUpCosts.of(costs(spec), spec.trialCount(), slots);
  }

  private TrialCosts costs(ExperimentSpec spec) {
    return switch (spec) {
      case TrainedExperiment trained -> TrainingCosts.time(trained, folder, nanoTime);
      case Landscape landscape -> LandscapeCosts.time(landscape, nanoTime);
      case AssumptionCheck check -> AssumptionCosts.time(check, folder, nanoTime);
      case SteadyState steady -> SteadyStateCosts.time(steady, nanoTime);
    };
  }
}
