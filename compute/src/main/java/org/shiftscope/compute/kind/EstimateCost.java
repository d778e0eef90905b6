package org.shiftscope.compute.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * Estimates an experiment's time and memory from steps that it times for about a second. Safe for
 * use by many threads.
 */
public final class EstimateCost {

  private static final int KNOWN = 100;

  private final DataFolder folder;
  private final LongSupplier nanoTime;
  private final Map<ExperimentSpec, Estimate> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ExperimentSpec, Estimate> eldest) {
              return size() > KNOWN;
            }
          });

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
    Estimate estimate = SumUpCosts.of(kind, kind.time(folder, nanoTime), spec.trialCount(), slots);
    known.put(spec, estimate);
    return estimate;
  }

  /** What was estimated of a spec lately. */
  public Optional<Estimate> known(ExperimentSpec spec) {
    return Optional.ofNullable(known.get(spec));
  }
}
