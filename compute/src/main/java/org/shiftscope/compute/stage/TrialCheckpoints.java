package org.shiftscope.compute.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Keeps the newest checkpoint of a trial, so that the trial goes on from there when its process was
 * killed. Called from the trial's thread; {@link #due} many times a second.
 */
public interface TrialCheckpoints {

  /**
   * Opens the newest checkpoint that was kept by this attempt or an earlier one; the caller closes
   * it. Empty where there is none, or none that can be read.
   */
  Optional<InputStream> newest();

  /** Whether this is a good time to keep one. It decides what share of the time they cost. */
  boolean due();

  /**
   * Keeps a checkpoint in place of the one before, wholly or not at all. That it cannot be kept is
   * no reason to stop the trial, so this does not throw for it.
   */
  void keep(Content content);

  /** What to keep. */
  @FunctionalInterface
  interface Content {
    /** Writes it, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Keeps nothing. */
  static TrialCheckpoints none() {
    return new TrialCheckpoints() {
      @Override
      public Optional<InputStream> newest() {
        return Optional.empty();
      }

      @Override
      public boolean due() {
        return false;
      }

      @Override
      public void keep(Content content) {}
    };
  }
}
