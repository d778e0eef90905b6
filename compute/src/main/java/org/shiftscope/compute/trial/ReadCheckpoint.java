package org.shiftscope.compute.trial;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newest checkpoint of a trial. Where that cannot be, the trial starts from the
 * beginning.
 */
final class ReadCheckpoint {

  private static final Logger LOG = LoggerFactory.getLogger(ReadCheckpoint.class);

  private ReadCheckpoint() {}

  /**
   * Reads it.
   *
   * @param longest length of the longest array that the trial's state can hold
   */
  static Optional<TrialState> newest(TrialCheckpoints checkpoints, int longest) {
    Optional<InputStream> newest = checkpoints.newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = newest.get()) {
      Optional<TrialState> state = CheckpointBytes.read(in, longest);
      LOG.info(
          state.isPresent()
              ? "A trial goes on from its checkpoint."
              : "A checkpoint of another version is left alone: its trial starts from the beginning.");
      return state;
    } catch (IOException damaged) {
      LOG.warn("A checkpoint cannot be used, so its trial starts from the beginning.", damaged);
      return Optional.empty();
    }
  }
}
