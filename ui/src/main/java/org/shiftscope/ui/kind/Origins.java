package org.shiftscope.ui.kind;

import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.Points.Origin;

/** Where points come from: trials with their coordinates, and what makes some doubtful. */
public record Origins(ExperimentSpec spec, Results results) {

  /** That of a trial: doubtful where it counts only because a person asked for it, or is capped. */
  public Origin of(int trial) {
    return results
        .sorted()
        .flatMap(sorted -> sorted.doubt(trial))
        .map(Remark::title)
        .map(doubt -> new Origin(trial, spec.trialLabel(trial) + ", " + doubt, true))
        .orElseGet(() -> new Origin(trial, spec.trialLabel(trial)));
  }
}
