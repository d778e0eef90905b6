package org.shiftscope.storage;

import java.time.Instant;
import org.shiftscope.compute.spec.Named;

/**
 * What is done with a backup now.
 *
 * @param name its file's name
 * @param step what is done
 * @param since when that began
 * @param bytes that are written of it so far; of one that is verified all that it has
 */
public record BackupUnderWay(String name, Step step, Instant since, long bytes) {

  /** What can be done. */
  public enum Step implements Named {
    MAKING("Being made"),
    VERIFYING("Being verified");

    private final String title;

    Step(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
