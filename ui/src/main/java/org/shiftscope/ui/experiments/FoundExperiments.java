package org.shiftscope.ui.experiments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentQuery;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/**
 * The part of the list that is shown.
 *
 * @param experiments its experiments, the newest first
 * @param specs their specs
 * @param more whether others follow
 * @param any whether there is any experiment to look for
 */
record FoundExperiments(
    List<ExperimentSummary> experiments,
    Map<ExperimentId, Document<ExperimentSpec>> specs,
    boolean more,
    boolean any) {

  static FoundExperiments read(Experiments experiments, Shown shown, int limit) {
    List<ExperimentSummary> found = experiments.list(shown.query(), Optional.empty(), limit + 1);
    List<ExperimentSummary> part = found.stream().limit(limit).toList();
    return new FoundExperiments(
        part,
        experiments.specs(part.stream().map(ExperimentSummary::id).toList()),
        found.size() > limit,
        !part.isEmpty() || !experiments.list(ExperimentQuery.ALL, Optional.empty(), 1).isEmpty());
  }
}
