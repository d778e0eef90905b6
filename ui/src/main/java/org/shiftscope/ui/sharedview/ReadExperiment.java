package org.shiftscope.ui.sharedview;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.Results;

/**
 * An experiment with all that it came to so far.
 *
 * @param summary all of it but its spec
 * @param include which trials entered the findings
 * @param results its trials, and what was found over them
 */
record ReadExperiment(
    ExperimentSummary summary, ExperimentSpec spec, Include include, Results results) {

  /**
   * Reads it.
   *
   * @param field what names it in a request
   * @throws InvalidSpec where there is none, it is deleted, its spec cannot be read, or it has no
   *     trial of a number that is left out
   */
  static ReadExperiment of(Experiments experiments, String id, String field, Include include) {
    // Trials first: an experiment that says it has ended then never stands beside trials that have
    // not.
    Optional<ExperimentId> known = ExperimentId.parse(id);
    List<Trial> trials = known.map(experiments::trials).orElse(List.of());
    Experiment found =
        known
            .flatMap(experiments::find)
            .orElseThrow(
                () -> refused(field, "must be the id of an experiment of this server", id));
    if (found.summary().deleted().isPresent()) {
      throw refused(field, "must not be deleted: restore it first", id);
    }
    ExperimentSpec spec =
        found
            .spec()
            .orElseThrow(() -> refused(field, "must be an experiment whose spec can be read", id));
    refuseUnknown(spec, include);
    return new ReadExperiment(
        found.summary(),
        spec,
        include,
        new Results(
            trials, Optional.of(experiments.findings().of(found.id(), spec, trials, include))));
  }

  private static void refuseUnknown(ExperimentSpec spec, Include include) {
    List<String> unknown =
        include.without().stream()
            .filter(number -> number < 0 || number >= spec.trialCount())
            .map(String::valueOf)
            .toList();
    if (!unknown.isEmpty()) {
      throw refused(
          "without",
          "must be numbers of trials, 0 to " + (spec.trialCount() - 1),
          String.join(",", unknown));
    }
  }

  static InvalidSpec refused(String field, String law, String value) {
    return InvalidSpec.of(List.of(new Problem(field, law, value)));
  }
}
