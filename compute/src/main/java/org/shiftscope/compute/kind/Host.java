package org.shiftscope.compute.kind;

import java.util.List;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;

/**
 * What trials run on.
 *
 * @param data where their datasets lie
 * @param memory what they may take
 * @param slots how many run at the same time where memory allows, at least 1
 * @param limits what one of them may have
 */
public record Host(DataFolder data, Memory memory, int slots, TrialLimits limits) {

  /** Without limits for one trial. */
  public Host(DataFolder data, Memory memory, int slots) {
    this(data, memory, slots, TrialLimits.NONE);
  }

  /**
   * Refuses what could not run here, without running any of it.
   *
   * @throws org.shiftscope.compute.data.DatasetUnavailable where a dataset cannot be read
   * @throws InvalidSpec where a trial needs more memory than there is
   */
  public void check(ExperimentSpec spec) {
    checkMemory(spec);
    spec.datasets().stream().map(DatasetSpec::given).distinct().forEach(data::check);
  }

  /**
   * Looks at memory alone, which is told by arithmetic.
   *
   * @throws InvalidSpec where a trial needs more of it than there is
   */
  public void checkMemory(ExperimentSpec spec) {
    Kind.of(spec)
        .memory()
        .problem(memory)
        .ifPresent(
            problem -> {
              throw InvalidSpec.of(List.of(problem));
            });
    limits.check(Kind.of(spec).memory());
  }
}
