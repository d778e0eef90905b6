package org.shiftscope.server.access;

import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

/**
 * What a request is told of a database that cannot be used. The whole sentence may name folders of
 * the machine, or where the database is and as whom it is used: that is for who may read the
 * record.
 */
public final class TellTrouble {

  /** For whoever asks. */
  static final String TO_ANYBODY = "The database cannot be used; the server's log says why.";

  private TellTrouble() {}

  /** The sentence for who asks here. */
  public static String toWhoAsks(StorageUnavailable unavailable) {
    return Asker.may(Role.VIEWER) ? unavailable.sentence() : TO_ANYBODY;
  }
}
