package org.shiftscope.storage.backup;

import java.lang.ScopedValue.CallableOp;

/**
 * Lets a person end what is done with a backup, from another thread. It is looked at between two
 * rows; what stood before stands then as it was.
 */
public final class CancelBackup {

  private static final ScopedValue<CancelBackup> CURRENT = ScopedValue.newInstance();

  private volatile boolean asked;

  /** Ends it at the next row. */
  public void ask() {
    asked = true;
  }

  /**
   * Does what can be ended so.
   *
   * @throws BackupCancelled once that was asked
   */
  public <T, X extends Throwable> T around(CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** Between two rows: whether this thread is to go on. */
  public static void check() {
    if (CURRENT.isBound() && CURRENT.get().asked) {
      throw new BackupCancelled();
    }
  }
}
