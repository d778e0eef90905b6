package org.shiftscope.storage.backup;

import java.nio.file.Path;

/** A backup cannot be used. The message says why. */
public final class BackupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Why.
   *
   * @param why a clause, without a full stop
   */
  public BackupRefused(String why) {
    super(why);
  }

  /** The same with the file's name, as a sentence. */
  BackupRefused of(Path file) {
    return new BackupRefused("The backup " + file + " cannot be used: " + getMessage() + ".");
  }
}
