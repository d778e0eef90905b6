package org.shiftscope.storage.backup;

/** A person ended what was done with a backup. */
public final class BackupCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String SENTENCE =
      "That was cancelled: nothing stays of what was done so far.";

  BackupCancelled() {
    super(SENTENCE);
  }

  /** What to tell who waits for it. */
  public String sentence() {
    return SENTENCE;
  }
}
