package org.shiftscope.ui.experiment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;

/** An experiment and its trials as they stand at about the same moment. */
record Snapshot(Experiment experiment, List<Trial> trials) {

  Snapshot {
    trials = List.copyOf(trials);
  }

  /**
   * Reads an experiment and its trials.
   *
   * @param known trials that were read before: a result that is among them is not read again, since
   *     it never changes
   * @return empty where the experiment is gone
   */
  static Optional<Snapshot> read(Experiments experiments, ExperimentId id, List<Trial> known) {
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
    return experiments.find(id).map(experiment -> new Snapshot(experiment, trials));
  }
}
