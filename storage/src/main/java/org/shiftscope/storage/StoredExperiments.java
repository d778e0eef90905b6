package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.stage.LossCurve;

/** The front door on a database. */
final class StoredExperiments implements Experiments {

  private final Database database;
  private final Supplier<ExperimentId> ids;
  private final RunningTrials running;
  private final Checkpoints checkpoints;
  private final Lanes lanes;
  private final ReadSummaries summaries;
  private final FindFindings findings = new FindFindings(this);
  private final SavedSearches searches;
  private final Archives archives;
  private final ControlQueue control;

  /**
   * @param lanes where trials go
   */
  StoredExperiments(
      Database database,
      Supplier<ExperimentId> ids,
      RunningTrials running,
      Checkpoints checkpoints,
      Lanes lanes) {
    this.database = database;
    this.ids = ids;
    this.searches = new SavedSearches(database, ids);
    this.running = running;
    this.checkpoints = checkpoints;
    this.lanes = lanes;
    this.summaries = new ReadSummaries(database, running, lanes);
    this.archives = new Archives(this, database);
    this.control = new ControlQueue(database, running, lanes, summaries);
  }

  @Override
  public Experiment submit(ExperimentSpec spec, Optional<Duration> expected, Queueing queueing) {
    ExperimentId id = ids.get();
    database.change(change -> SubmitExperiment.submit(change, id, spec, expected, queueing));
    lanes.wake();
    return find(id).orElseThrow();
  }

  @Override
  public Experiment submit(
      ExperimentSpec spec, Optional<Duration> expected, Queueing queueing, IdempotencyKey key) {
    ExperimentId id = ids.get();
    ExperimentId made =
        database.change(
            change -> {
              Optional<ExperimentId> before = KeepKeys.find(change.handle(), key, change.now());
              if (before.isEmpty()) {
                SubmitExperiment.submit(change, id, spec, expected, queueing);
                KeepKeys.keep(change, key, id);
              }
              return before.orElse(id);
            });
    lanes.wake();
    return find(made).orElseThrow();
  }

  @Override
  public Optional<Experiment> submitted(IdempotencyKey key) {
    return database.read(handle -> KeepKeys.find(handle, key, database.now())).flatMap(this::find);
  }

  @Override
  public Experiment again(ExperimentId of, ExperimentSpec spec, Optional<Duration> expected) {
    ExperimentId id = ids.get();
    database.change(
        change -> {
          SubmitExperiment.submit(change, id, spec, expected, Queueing.USUAL);
          return RepeatExperiment.note(change, id, of);
        });
    lanes.wake();
    return find(id).orElseThrow();
  }

  @Override
  public Optional<ExperimentId> repeats(ExperimentId id) {
    return database.read(handle -> RepeatExperiment.repeatedBy(handle, id));
  }

  @Override
  public List<ExperimentId> repeatsOf(ExperimentId id) {
    return database.read(handle -> RepeatExperiment.of(handle, id));
  }

  @Override
  public List<ExperimentSummary> list(Search search, Optional<ExperimentId> after, int limit) {
    return database.read(
        handle -> summaries.of(handle, ReadExperiments.listed(handle, search, after, limit)));
  }

  @Override
  public SavedSearches searches() {
    return searches;
  }

  @Override
  public FindFindings findings() {
    return findings;
  }

  @Override
  public Archives archives() {
    return archives;
  }

  @Override
  public ControlQueue control() {
    return control;
  }

  @Override
  public Optional<ExperimentSummary> summary(ExperimentId id) {
    return database.read(handle -> summaries.of(handle, id));
  }

  @Override
  public Optional<Experiment> find(ExperimentId id) {
    return database.read(
        handle ->
            summaries
                .of(handle, id)
                .flatMap(
                    summary ->
                        ReadExperiments.document(handle, id)
                            .map(ReadExperiments::spec)
                            .map(spec -> new Experiment(summary, spec))));
  }

  @Override
  public Map<ExperimentId, Document<ExperimentSpec>> specs(Collection<ExperimentId> ids) {
    Map<ExperimentId, Document<ExperimentSpec>> specs = new HashMap<>();
    database
        .read(handle -> ReadExperiments.documents(handle, ids))
        .forEach((id, stored) -> specs.put(id, ReadExperiments.spec(stored)));
    return specs;
  }

  @Override
  public Optional<String> storedSpec(ExperimentId id) {
    return database.read(handle -> ReadExperiments.document(handle, id).map(StoredDocument::json));
  }

  @Override
  public List<TrialSummary> trials(ExperimentId id, int from, int limit) {
    return database.read(
        handle -> ReadTrials.of(handle, id, from, limit).stream().map(summaries::now).toList());
  }

  @Override
  public Optional<Trial> trial(ExperimentId id, int number) {
    return database.read(
        handle ->
            // In this order: a trial that is finished here has its result there.
            ReadTrials.of(handle, id, number, 1).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .map(summaries::now)
                .map(found -> new Trial(found, result(handle, found))));
  }

  private static Optional<Document<TrialResult>> result(Handle handle, TrialSummary trial) {
    return trial.state() == TrialState.FINISHED
        ? Optional.ofNullable(
            ReadResults.of(handle, trial.experiment(), List.of(trial.number())).get(trial.number()))
        : Optional.empty();
  }

  @Override
  public Map<Integer, List<LossCurve>> lossCurves(ExperimentId id) {
    return running.lossCurves(id);
  }

  @Override
  public Map<Integer, Document<TrialResult>> results(ExperimentId id, Collection<Integer> numbers) {
    return database.read(handle -> ReadResults.of(handle, id, numbers));
  }

  @Override
  public Optional<double[]> parameters(ExperimentId id, int trial, NamedPoint point) {
    return database.read(handle -> ReadParameters.at(handle, id, trial, point));
  }

  @Override
  public List<DiskUse> largest(int limit) {
    return database.read(handle -> MeasureDiskUse.largest(handle, limit));
  }

  @Override
  public DiskParts diskParts(ExperimentId id) {
    long kept = checkpoints.bytes(id);
    return database.read(handle -> MeasureDiskUse.parts(handle, id, kept));
  }

  @Override
  public int waitingTrials() {
    return database.read(KeepTally::waiting);
  }

  @Override
  public Optional<String> trouble() {
    return lanes.trouble();
  }

  @Override
  public boolean cancel(ExperimentId id) {
    boolean cancelled = change("cancel", id, change -> CancelExperiment.cancel(change, id));
    if (cancelled) {
      running.stop(id); // its checkpoints stay, so that a retry goes on from them
    }
    return cancelled;
  }

  @Override
  public boolean retry(ExperimentId id) {
    boolean queued = change("retry", id, change -> RetryExperiment.retry(change, id));
    if (queued) {
      lanes.wake();
    }
    return queued;
  }

  @Override
  public boolean delete(ExperimentId id) {
    boolean deleted = change("delete", id, change -> DeleteExperiment.delete(change, id));
    if (deleted) {
      checkpoints.clearUseless();
    }
    return deleted;
  }

  @Override
  public boolean restore(ExperimentId id) {
    return change("restore", id, change -> DeleteExperiment.restore(change, id));
  }

  @Override
  public boolean edit(ExperimentId id, ExperimentEdit edit) {
    boolean edited = change("edit", id, change -> EditExperiment.edit(change, id, edit));
    if (edit.priority().isPresent()) {
      lanes.wake();
    }
    return edited;
  }

  @Override
  public SequencedMap<String, Integer> tags() {
    return database.read(ReadLabels::all);
  }

  @Override
  public Note note(ExperimentId id) {
    return database.read(handle -> KeepNotes.newest(handle, id));
  }

  @Override
  public Optional<Note> note(ExperimentId id, int version) {
    return database.read(handle -> KeepNotes.version(handle, id, version));
  }

  @Override
  public List<Note.Version> noteVersions(ExperimentId id) {
    return database.read(handle -> KeepNotes.versions(handle, id));
  }

  @Override
  public Optional<Note> writeNote(ExperimentId id, int begunWith, String text) {
    String checked = Note.checked(text);
    return database.change(
        change -> {
          Optional<Note> written = KeepNotes.write(change, id, begunWith, checked);
          written.ifPresent(note -> change.audit("write-note", id.value()));
          return written;
        });
  }

  @Override
  public boolean purge(ExperimentId id) {
    return change("purge", id, change -> PurgeExperiment.purge(change, id));
  }

  /** A change, which the audit log tells of where it changed anything. */
  private boolean change(String action, ExperimentId id, Predicate<Change> changing) {
    return database.change(
        change -> {
          boolean changed = changing.test(change);
          if (changed) {
            change.audit(action, id.value());
          }
          return changed;
        });
  }

  @Override
  public Optional<String> whyKept(ExperimentId id) {
    return database.read(handle -> PurgeExperiment.whyKept(handle, id));
  }

  @Override
  public int purgeDeletedBefore(Instant time) {
    List<ExperimentId> due = database.read(handle -> PurgeExperiment.due(handle, time));
    return (int) due.stream().filter(this::purge).count(); // each in a transaction of its own
  }

  @Override
  public List<Event> events(ExperimentId id, long after) {
    return database.read(handle -> ReadEvents.of(handle, id, after));
  }

  @Override
  public Subscription subscribe(Consumer<Event> listener) {
    return database.news().subscribe(listener);
  }
}
