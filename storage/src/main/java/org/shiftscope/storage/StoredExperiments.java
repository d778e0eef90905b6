package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiftscope.compute.result.NamedPoint;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/** The front door on a database. */
final class StoredExperiments implements Experiments {

  private final Database database;
  private final Supplier<ExperimentId> ids;
  private final RunningTrials running;
  private final CheckpointFolder checkpoints;
  private final Lanes lanes;

  /**
   * @param lanes where trials go
   */
  StoredExperiments(
      Database database,
      Supplier<ExperimentId> ids,
      RunningTrials running,
      CheckpointFolder checkpoints,
      Lanes lanes) {
    this.database = database;
    this.ids = ids;
    this.running = running;
    this.checkpoints = checkpoints;
    this.lanes = lanes;
  }

  @Override
  public Experiment submit(ExperimentSpec spec) {
    ExperimentId id = ids.get();
    database.change(change -> SubmitExperiment.submit(change, lanes.route(), id, spec));
    lanes.wake();
    return find(id).orElseThrow();
  }

  @Override
  public List<Experiment> list() {
    return database.read(
        handle -> {
          List<ReadExperiments.Row> rows = ReadExperiments.listed(handle);
          Map<ExperimentId, List<TrialRow>> trials = ReadTrials.all(handle);
          return rows.stream()
              .flatMap(
                  row -> Stream.ofNullable(trials.get(row.id())).map(own -> withProgress(row, own)))
              .toList();
        });
  }

  @Override
  public Optional<Experiment> find(ExperimentId id) {
    return database.read(
        handle ->
            ReadExperiments.find(handle, id)
                .map(row -> withProgress(row, ReadTrials.of(handle, id))));
  }

  @Override
  public List<Trial> trials(ExperimentId id) {
    return database.read(
        handle -> {
          // In this order: a trial that is finished here has its result there.
          List<TrialRow> trials = ReadTrials.of(handle, id);
          Map<Integer, TrialResult> results = ReadResults.of(handle, id);
          return trials.stream()
              .map(this::now)
              .map(trial -> trial.with(resultOf(trial, results)))
              .toList();
        });
  }

  @Override
  public Optional<double[]> parameters(ExperimentId id, int trial, NamedPoint point) {
    return database.read(handle -> ReadParameters.at(handle, id, trial, point));
  }

  private static Optional<TrialResult> resultOf(TrialRow trial, Map<Integer, TrialResult> results) {
    return trial.state() == TrialState.FINISHED
        ? Optional.ofNullable(results.get(trial.number()))
        : Optional.empty();
  }

  @Override
  public boolean cancel(ExperimentId id) {
    boolean cancelled =
        database.change(change -> CancelExperiment.cancel(change, lanes.route(), id));
    if (cancelled) {
      running.stop(id); // its checkpoints stay, so that a retry goes on from them
    }
    return cancelled;
  }

  @Override
  public boolean retry(ExperimentId id) {
    boolean queued = database.change(change -> RetryExperiment.retry(change, lanes.route(), id));
    if (queued) {
      lanes.wake();
    }
    return queued;
  }

  @Override
  public boolean delete(ExperimentId id) {
    boolean deleted = database.change(change -> DeleteExperiment.delete(change, id));
    if (deleted) {
      checkpoints.clearUseless();
    }
    return deleted;
  }

  @Override
  public boolean restore(ExperimentId id) {
    return database.change(change -> DeleteExperiment.restore(change, id));
  }

  @Override
  public List<Event> events(ExperimentId id, long after) {
    return database.read(handle -> ReadEvents.of(handle, id, after));
  }

  @Override
  public Subscription subscribe(Consumer<Event> listener) {
    return database.news().subscribe(listener);
  }

  private Experiment withProgress(ReadExperiments.Row row, List<TrialRow> trials) {
    List<TrialRow> now = trials.stream().map(this::now).toList();
    return row.with(MeasureProgress.of(row.spec(), now, database.now()));
  }

  /** The table lags by two seconds; the watch of a trial that runs here knows better. */
  private TrialRow now(TrialRow trial) {
    if (trial.state() != TrialState.RUNNING) {
      return trial;
    }
    return running
        .find(trial.lastAttempt())
        .map(WatchTrial::standing)
        .map(standing -> trial.at(standing.phase(), standing.fraction()))
        .orElse(trial);
  }
}
