package org.shiftscope.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds trials back while the disk of the data folder has no room for what they will bring to the
 * file of H2 in it. They wait in the queue, take no attempt, and go on by themselves; a trial that
 * runs is left alone, and its result waits in memory where there is no room for it.
 */
final class AwaitRoom {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitRoom.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** The point where SGD starts and where it ends have 4 bytes a parameter, the two others 8. */
  private static final long BYTES_OF_PARAMETER = 24;

  /** The rest of a result, many times. */
  private static final long BYTES_OF_NUMBERS = 200_000;

  private final Database database;

  /** Bytes that must be free before an attempt starts that waits now. */
  private final Map<TrialAttempt, Long> waiting = new ConcurrentHashMap<>();

  AwaitRoom(Database database) {
    this.database = database;
  }

  /**
   * Waits until there is room for the results of a lane's trials, all of them as large as this one.
   *
   * @return false where the lane closes before
   */
  boolean await(TrialAttempt attempt, TrialLane lane) {
    if (database.isShared()) {
      return true; // results go to its disk, which cannot be seen from here
    }
    long needed = spec(attempt).map(spec -> needed(spec, lane.slots())).orElse(0L);
    if (room() >= needed) {
      return true;
    }
    waiting.put(attempt, needed);
    String why = sentence().orElse("");
    if (waiting.size() == 1) {
      LOG.warn("{}", why);
    }
    database.tellProgress(attempt, why);
    try {
      while (room() < needed) {
        if (lane.closesWithin(LOOK)) {
          return false;
        }
      }
      return true;
    } finally {
      waiting.remove(attempt);
      if (waiting.isEmpty()) {
        LOG.info("No trial waits for room on the disk any more.");
      }
    }
  }

  /** Why trials wait, and what to do, a sentence for a person; empty where none waits for room. */
  Optional<String> sentence() {
    return waiting.values().stream()
        .min(Long::compare)
        .map(
            needed ->
                "Trials wait for room on the disk: the next one starts once "
                    + megabytes(needed)
                    + " MB are free for results in the data folder, and "
                    + megabytes(room())
                    + " MB are. Free some space on it: they go on by themselves.");
  }

  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }

  /** Bytes that must be free before so many trials of a spec run. */
  static long needed(ExperimentSpec spec, int trials) {
    long parameters = Kind.of(spec) instanceof TrainedKind trained ? trained.parameters() : 0;
    return KeepRoom.needed(trials * (BYTES_OF_NUMBERS + BYTES_OF_PARAMETER * parameters));
  }

  /** Empty where it cannot be read: taking the trial up tells why. */
  private Optional<ExperimentSpec> spec(TrialAttempt attempt) {
    try {
      return database
          .read(handle -> ReadExperiments.document(handle, attempt.experiment()))
          .flatMap(stored -> ReadExperiments.spec(stored).content());
    } catch (StorageUnavailable unavailable) {
      return Optional.empty();
    }
  }

  /** A folder that cannot be looked at is told of by what is written into it. */
  private long room() {
    try {
      return KeepRoom.room(database.home());
    } catch (IOException gone) {
      return Long.MAX_VALUE;
    }
  }
}
