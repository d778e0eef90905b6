package org.shiftscope.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.storage.MeasureProgress.Running;

/**
 * Reads experiments and trials as they stand. The tables lag by two seconds; the watch of a trial
 * that runs in this process knows better.
 */
record ReadSummaries(Database database, RunningTrials running, Lanes lanes) {

  Optional<ExperimentSummary> of(Handle handle, ExperimentId id) {
    List<ReadExperiments.Row> row = ReadExperiments.find(handle, id).stream().toList();
    return of(handle, row).stream().findFirst();
  }

  List<ExperimentSummary> of(Handle handle, List<ReadExperiments.Row> rows) {
    List<ExperimentId> ids = rows.stream().map(ReadExperiments.Row::id).toList();
    Map<ExperimentId, Tally> tallies = KeepTally.of(handle, ids);
    ReadLabels labels = ReadLabels.of(handle, ids);
    Map<String, KeyNumbers> found = KeyFindings.of(handle, ids);
    List<ExperimentId> alive =
        rows.stream().filter(row -> !row.state().ended()).map(ReadExperiments.Row::id).toList();
    Map<ExperimentId, List<Running>> atWork =
        ReadTrials.running(handle, alive).stream()
            .collect(
                groupingBy(
                    one -> one.trial().experiment(), mapping(this::atWork, toUnmodifiableList())));
    Map<ExperimentId, Integer> counts =
        alive.isEmpty() ? Map.of() : ReadTrials.countRunning(handle);
    int slots = alive.isEmpty() ? 0 : Math.max(lanes.slots(), Workers.slots(handle));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return rows.stream()
        .map(
            row ->
                row.with(
                    tallies.getOrDefault(row.id(), Tally.NONE),
                    labels.of(row),
                    found.getOrDefault(row.id().value(), KeyFindings.NONE),
                    atWork.getOrDefault(row.id(), List.of()),
                    slots - all + counts.getOrDefault(row.id(), 0)))
        .toList();
  }

  /**
   * A trial of which there is no watch yet, or none any more, says nothing of the speed; one on
   * another box does by what it wrote last.
   */
  private Running atWork(ReadTrials.Weighed one) {
    double fraction = one.trial().fraction();
    boolean elsewhere =
        one.trial().ranBy().filter(by -> !by.worker().equals(lanes.worker())).isPresent();
    if (elsewhere) {
      return new Running(one.weight(), fraction, one.found(), secondsSince(one.trial()));
    }
    return running
        .find(one.trial().lastAttempt())
        .map(WatchTrial::reached)
        .map(
            reached ->
                new Running(
                    one.weight(),
                    reached.fraction(),
                    reached.found(),
                    (database.nanoTime() - reached.since()) / 1e9))
        .orElseGet(() -> new Running(one.weight(), fraction, fraction, 0));
  }

  private double secondsSince(TrialSummary trial) {
    return Math.max(
        0,
        trial
            .started()
            .map(start -> Duration.between(start, database.now()).toMillis() / 1e3)
            .orElse(0.0));
  }

  /** A trial with how far it is. */
  TrialSummary now(TrialSummary trial) {
    if (trial.state() != TrialState.RUNNING) {
      return trial;
    }
    return running
        .find(trial.lastAttempt())
        .map(WatchTrial::reached)
        .map(reached -> trial.at(reached.phase(), reached.fraction()))
        .orElse(trial);
  }
}
