package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shiftscope.compute.result.NamedPoint;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * The front door: what pages, REST and the command line do with experiments. Every call that
 * changes something returns once the change is on disk. Safe for use by many threads.
 */
public interface Experiments {

  /** Keeps a spec and queues its trials. */
  Experiment submit(ExperimentSpec spec);

  /** All experiments that are not deleted, the newest first. */
  List<Experiment> list();

  /** An experiment, deleted ones included. */
  Optional<Experiment> find(ExperimentId id);

  /**
   * The trials of an experiment in the order of their numbers, with their results; empty for an
   * unknown experiment.
   */
  List<Trial> trials(ExperimentId id);

  /**
   * The parameters of a trial at one of its points, a fresh array, shape [d].
   *
   * @param trial the trial's number, from 0
   * @return empty where the trial has no result, did not reach the point, or is unknown
   */
  Optional<double[]> parameters(ExperimentId id, int trial, NamedPoint point);

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
   * Hides an ended experiment from the list; {@link #restore} brings it back.
   *
   * @return whether anything changed: false where it is queued or running, already deleted, or
   *     unknown
   */
  boolean delete(ExperimentId id);

  /** Brings a deleted experiment back. Returns whether anything changed. */
  boolean restore(ExperimentId id);

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
