package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shiftscope.compute.reproduction.GatherRecord;
import org.shiftscope.compute.reproduction.ReproducibilityRecord;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.stage.LossCurve;

/**
 * The front door: what pages, REST and the command line do with experiments. Every call that
 * changes something returns once the change is on disk. Every call that reads costs what it
 * returns, however much else is stored. Safe for use by many threads.
 */
public interface Experiments {

  /**
   * Keeps a spec and queues its trials.
   *
   * @throws org.shiftscope.compute.spec.InvalidSpec as {@link #submit(ExperimentSpec, Optional)}
   */
  default Experiment submit(ExperimentSpec spec) {
    return submit(spec, Optional.empty());
  }

  /**
   * Keeps a spec and queues its trials; one that needs points of others waits for these.
   *
   * @param expected the time of all trials one after another, where it was estimated: the time left
   *     starts from it
   * @throws org.shiftscope.compute.spec.InvalidSpec where it names trials or points as inputs that
   *     are not there and never will be
   */
  default Experiment submit(ExperimentSpec spec, Optional<Duration> expected) {
    return submit(spec, expected, Queueing.USUAL);
  }

  /** As {@link #submit(ExperimentSpec, Optional)}, in a place of the queue. */
  Experiment submit(ExperimentSpec spec, Optional<Duration> expected, Queueing queueing);

  /**
   * As {@link #submit(ExperimentSpec, Optional, Queueing)}, but once for each key within {@link
   * IdempotencyKey#KEPT}: asked again, or by two at once, it answers with the same experiment. The
   * key is kept in the transaction that keeps the experiment.
   *
   * @throws IdempotencyKeyReused where another request has the key
   */
  Experiment submit(
      ExperimentSpec spec, Optional<Duration> expected, Queueing queueing, IdempotencyKey key);

  /**
   * The experiment that a request with this key made; empty where there was none within {@link
   * IdempotencyKey#KEPT}, or it was purged.
   *
   * @throws IdempotencyKeyReused where another request has the key
   */
  Optional<Experiment> submitted(IdempotencyKey key);

  /**
   * Runs an experiment again: {@link #submit(ExperimentSpec, Optional) submits} its spec as an
   * experiment of its own, which remembers what it repeats.
   *
   * @param of the experiment whose spec it is
   */
  Experiment again(ExperimentId of, ExperimentSpec spec, Optional<Duration> expected);

  /** The experiment that another one runs again, which may be purged; empty where it runs none. */
  Optional<ExperimentId> repeats(ExperimentId id);

  /** The experiments that run one again, the newest first, deleted ones left out. */
  List<ExperimentId> repeatsOf(ExperimentId id);

  /**
   * The experiments that a search finds, the newest first.
   *
   * @param after only those submitted before this one, where it is known
   * @param limit at most so many, from 1
   */
  List<ExperimentSummary> list(Search search, Optional<ExperimentId> after, int limit);

  /** The searches that people keep under names. */
  SavedSearches searches();

  /** An experiment without its spec, deleted ones included. */
  Optional<ExperimentSummary> summary(ExperimentId id);

  /** An experiment, deleted ones included. */
  Optional<Experiment> find(ExperimentId id);

  /** The specs of some experiments; an unknown one is left out. */
  Map<ExperimentId, Document<ExperimentSpec>> specs(Collection<ExperimentId> ids);

  /**
   * The spec of one experiment by the id that a person or another spec wrote; empty where there is
   * none, or it cannot be read.
   */
  default Optional<ExperimentSpec> spec(String id) {
    return ExperimentId.parse(id)
        .flatMap(parsed -> Optional.ofNullable(specs(List.of(parsed)).get(parsed)))
        .flatMap(Document::content);
  }

  /** The spec of an experiment as it is stored, JSON that may be damaged. */
  Optional<String> storedSpec(ExperimentId id);

  /**
   * Trials of an experiment in the order of their numbers, without their results.
   *
   * @param from the first number
   * @param limit at most so many
   */
  List<TrialSummary> trials(ExperimentId id, int from, int limit);

  /** A trial with its result. */
  Optional<Trial> trial(ExperimentId id, int number);

  /** The results of some trials by their numbers; one without a result is left out. */
  Map<Integer, Document<TrialResult>> results(ExperimentId id, Collection<Integer> numbers);

  /** Every trial with its result: what the page of one experiment draws. */
  default List<Trial> trials(ExperimentId id) {
    List<TrialSummary> trials = trials(id, 0, Integer.MAX_VALUE);
    // In this order: a trial that is finished here has its result there.
    Map<Integer, Document<TrialResult>> results =
        results(
            id,
            trials.stream()
                .filter(trial -> trial.state() == TrialState.FINISHED)
                .map(TrialSummary::number)
                .toList());
    return trials.stream()
        .map(trial -> new Trial(trial, Optional.ofNullable(results.get(trial.number()))))
        .toList();
  }

  /**
   * How the loss went so far in the trials of an experiment that run in this process, by their
   * numbers: kept in memory alone, from where a trial began or went on, and gone once it ends.
   *
   * @return no trial that has not begun, and no curve of stages that descend on no loss
   */
  Map<Integer, List<LossCurve>> lossCurves(ExperimentId id);

  /**
   * The parameters of a trial at one of its points, a fresh array, shape [d].
   *
   * @param trial the trial's number, from 0
   * @return empty where the trial has no result, did not reach the point, or is unknown
   */
  Optional<double[]> parameters(ExperimentId id, int trial, NamedPoint point);

  /** What experiments found: pages and REST read the same, computed once. */
  FindFindings findings();

  /** What the numbers of an experiment depend on, by its results as they stand now. */
  default ReproducibilityRecord record(ExperimentId id, ExperimentSpec spec) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials(id)
        .forEach(trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    return GatherRecord.of(spec, results);
  }

  /** Experiments as files that open in other installations. */
  Archives archives();

  /** The queue, as people order and stop it. */
  ControlQueue control();

  /** The experiments that take the most on the disk, at most so many, deleted ones included. */
  List<DiskUse> largest(int limit);

  /** What an experiment takes on the disk, by what; nothing where it is unknown. */
  DiskParts diskParts(ExperimentId id);

  /** Trials of all experiments that wait for a worker. */
  int waitingTrials();

  /**
   * Why trials wait in this process though a slot is free, such as for room on the disk: a sentence
   * that says what to do; empty where none does.
   */
  Optional<String> trouble();

  /**
   * Stops an experiment: queued trials never start, running ones stop within two seconds. Results
   * so far are kept.
   *
   * @return whether anything changed: false where it had ended before, or is unknown
   */
  boolean cancel(ExperimentId id);

  /**
   * Queues again every trial of an ended experiment that has no result (failed or cancelled): also
   * the undo of cancel.
   *
   * @return whether anything changed: false where it has not ended, every trial has a result, it is
   *     deleted, or unknown
   */
  boolean retry(ExperimentId id);

  /**
   * Puts an ended experiment into the bin; {@link #restore} brings it back.
   *
   * @return whether anything changed: false where it is queued, running or paused, already deleted,
   *     or unknown
   */
  boolean delete(ExperimentId id);

  /** Brings a deleted experiment back. Returns whether anything changed. */
  boolean restore(ExperimentId id);

  /**
   * Changes what people put on an experiment: its title, tags, favourite, archive, priority, limit.
   *
   * @return false where it is deleted or unknown; true where it is as wanted now, also where it was
   *     before
   */
  boolean edit(ExperimentId id, ExperimentEdit edit);

  /** Every tag of experiments that are not deleted, with how many have it, most used first. */
  SequencedMap<String, Integer> tags();

  /** The note of an experiment; version 0 and no text where nobody wrote. */
  Note note(ExperimentId id);

  /** A version of the note, from 1. */
  Optional<Note> note(ExperimentId id, int version);

  /** The versions of the note, the newest first. */
  List<Note.Version> noteVersions(ExperimentId id);

  /**
   * Keeps a text as the next version of an experiment's note; the same text makes none. Earlier
   * versions stay.
   *
   * @param begunWith the version that its writer began with
   * @return the note as it is now; empty where another version is the newest, so that nobody's text
   *     is lost, and where the experiment is deleted or unknown
   * @throws org.shiftscope.compute.spec.InvalidSpec where the text breaks a law
   */
  Optional<Note> writeNote(ExperimentId id, int begunWith, String text);

  /**
   * Takes a deleted experiment away for good, with all that it found.
   *
   * @return whether anything changed: false where it is not deleted, {@link #whyKept needed}, or
   *     unknown
   */
  boolean purge(ExperimentId id);

  /**
   * Why an experiment cannot be purged though it is deleted, a sentence that names the experiments
   * whose trials need points of its trials; empty where none does.
   */
  Optional<String> whyKept(ExperimentId id);

  /**
   * Purges every experiment that was deleted before a time, but for needed ones. Returns how many.
   */
  int purgeDeletedBefore(Instant time);

  /** The lasting events of an experiment after a sequence number (0 for all), in their order. */
  List<Event> events(ExperimentId id, long after);

  /**
   * Tells every event from now on, progress included, in order for each experiment, after it is on
   * disk. The listener is called from threads of storage; it must be fast and must not throw.
   */
  Subscription subscribe(Consumer<Event> listener);

  /** A standing order for news. */
  interface Subscription extends AutoCloseable {
    /** Ends it; a call that is under way may still come. */
    @Override
    void close();
  }
}
