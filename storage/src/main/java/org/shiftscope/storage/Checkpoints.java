package org.shiftscope.storage;

import java.io.InputStream;
import java.util.Optional;
import org.shiftscope.compute.stage.TrialCheckpoints.Content;
import org.slf4j.LoggerFactory;

/**
 * The newest checkpoint of each trial. Each carries the number of its attempt, so that one which
 * was given up and wakes later cannot replace what a later one kept. Nothing here stops a trial:
 * what cannot be kept or read is a line in the log. Safe for use by many threads and workers.
 */
interface Checkpoints {

  /** Opens the newest checkpoint of an attempt or of those before it; the caller closes it. */
  Optional<InputStream> newest(TrialAttempt attempt);

  /** Keeps a checkpoint of an attempt, in place of those of it and of attempts before it. */
  void keep(TrialAttempt attempt, Content content);

  /** Clears away the checkpoints of a trial that is to start anew. */
  void forget(TrialAttempt attempt);

  /**
   * Clears away those of a trial, unless it may yet go on from them.
   *
   * @param database that tells
   */
  default void clearUseless(Database database, TrialAttempt attempt) {
    try {
      if (!database.read(handle -> ReadTrials.mayGoOn(handle, attempt))) {
        forget(attempt);
      }
    } catch (StorageUnavailable unavailable) {
      LoggerFactory.getLogger(getClass())
          .info("The checkpoints of {} stay until a start: {}", attempt, unavailable.getMessage());
    }
  }

  /**
   * Bytes of those of an experiment's trials; 0 where they cannot be counted.
   *
   * @throws StorageUnavailable where they are in the database, which does not answer
   */
  long bytes(ExperimentId experiment);

  /** Clears away all that no trial will go on from, and what a crash left of writing one. */
  void clearUseless();
}
