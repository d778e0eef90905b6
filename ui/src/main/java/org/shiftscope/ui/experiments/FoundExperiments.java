package org.shiftscope.ui.experiments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Search;

/**
 * The part of the list that is shown.
 *
 * @param experiments its experiments, the newest first
 * @param specs their specs
 * @param more whether others follow
 * @param without how many others match but for numbers that they do not have, at most 100
 * @param any whether there is any experiment to look for
 * @param line those that wait, the one that is next first
 */
record FoundExperiments(
    List<ExperimentSummary> experiments,
    Map<ExperimentId, Document<ExperimentSpec>> specs,
    boolean more,
    int without,
    boolean any,
    List<ExperimentId> line) {

  /** More are not told their place. */
  private static final int LONGEST_LINE = 1_000;

  static FoundExperiments read(Experiments experiments, Shown shown, int limit) {
    List<ExperimentSummary> found = experiments.list(shown.search(), Optional.empty(), limit + 1);
    List<ExperimentSummary> part = found.stream().limit(limit).toList();
    return new FoundExperiments(
        part,
        experiments.specs(part.stream().map(ExperimentSummary::id).toList()),
        found.size() > limit,
        shown
            .search()
            .withoutNumbers()
            .map(search -> experiments.list(search, Optional.empty(), 100).size())
            .orElse(0),
        !part.isEmpty() || !experiments.list(Search.ALL, Optional.empty(), 1).isEmpty(),
        line(experiments));
  }

  static List<ExperimentId> line(Experiments experiments) {
    return experiments.control().order(LONGEST_LINE);
  }
}
