package org.shiftscope.ui.experiment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
import org.shiftscope.ui.kind.Results;

/**
 * An experiment, its trials and what was found over them, as they stand at about the same moment.
 *
 * @param include which trials enter the findings
 * @param results without findings where the spec cannot be read
 * @param lossCurves how the loss goes in trials that run, by their numbers
 * @param trouble why trials that wait do not start; empty where all is well
 */
record Snapshot(
    Experiment experiment,
    Include include,
    Results results,
    Map<Integer, List<LossCurve>> lossCurves,
    Optional<String> trouble) {

  /** All trials, in their order. */
  List<Trial> trials() {
    return results.trials();
  }

  /**
   * Reads an experiment and its trials, and finds what is over them; seconds where there are many.
   *
   * @param known trials that were read before: a result that is among them is not read again, since
   *     it never changes
   * @return empty where the experiment is gone
   */
  static Optional<Snapshot> read(
      Experiments experiments, ExperimentId id, Include include, List<Trial> known) {
    // Trials first: an experiment that says it has ended then never stands beside trials that have
    // not.
    List<TrialSummary> summaries = experiments.trials(id, 0, Integer.MAX_VALUE);
    Map<Integer, Trial> before =
        known.stream()
            .filter(trial -> trial.document().isPresent())
            .collect(toMap(Trial::number, identity()));
    Map<Integer, Document<TrialResult>> results =
        experiments.results(
            id,
            summaries.stream()
                .filter(trial -> trial.state() == TrialState.FINISHED)
                .map(TrialSummary::number)
                .filter(number -> !before.containsKey(number))
                .toList());
    List<Trial> trials =
        summaries.stream()
            .map(
                trial ->
                    before.getOrDefault(
                        trial.number(),
                        new Trial(trial, Optional.ofNullable(results.get(trial.number())))))
            .toList();
    return experiments
        .find(id)
        .map(
            experiment ->
                new Snapshot(
                    experiment,
                    include,
                    new Results(
                        trials,
                        experiment
                            .spec()
                            .map(spec -> experiments.findings().of(id, spec, trials, include))),
                    experiments.lossCurves(id),
                    experiment.state().ended() ? Optional.empty() : experiments.trouble()));
  }
}
