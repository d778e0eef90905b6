package org.shiftscope.storage;

import org.jspecify.annotations.Nullable;

/**
 * The data folder or the database in it cannot be used. The message is a whole sentence for a
 * person: what is wrong, and what to do.
 */
public final class StorageUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final boolean restartHelps;

  private StorageUnavailable(String sentence, @Nullable Throwable cause, boolean restartHelps) {
    super(sentence, cause);
    this.sentence = sentence;
    this.restartHelps = restartHelps;
  }

  StorageUnavailable(String sentence, @Nullable Throwable cause) {
    this(sentence, cause, true);
  }

  /** One that a person must mend; until then the process is needed, since it holds results. */
  static StorageUnavailable untilMended(String sentence, @Nullable Throwable cause) {
    return new StorageUnavailable(sentence, cause, false);
  }

  /** What is wrong, and what to do. */
  public String sentence() {
    return sentence;
  }

  /**
   * Whether a new start of the process may help. Where it does not, as on a full disk, a new start
   * would lose the results that wait in memory to be written.
   */
  public boolean restartHelps() {
    return restartHelps;
  }
}
