package org.shiftscope.compute.stage;

import java.util.List;
import java.util.function.Function;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.PointRef;

/**
 * What a trial of any kind is given to run.
 *
 * @param trial its number, from 0
 * @param watch hears of it, keeps its checkpoints, and may stop it
 * @param execution where and how it is computed; stands on its result
 * @param datasets opens a dataset, which is shared and not to be modified
 */
public record TrialContext(
    int trial, TrialWatch watch, Execution execution, Function<DatasetSpec, Dataset> datasets) {

  /** Throws {@link TrialCancelled} when the watch asks: for use inside a step that takes long. */
  public void poll() {
    if (watch.cancelled()) {
      throw new TrialCancelled();
    }
  }

  /** A point of another trial that the spec names as an input of this one. */
  public Input input(PointRef point) {
    return watch.input(point);
  }

  /**
   * Begins the trial's stages, or goes on after those that ended.
   *
   * @param spec what the trial is of
   * @param costs all its stages
   */
  public Stages stages(ExperimentSpec spec, List<StageCost> costs) {
    return new Stages(this, costs, Origin.of(spec, this));
  }
}
