package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.shiftscope.storage.backup.CopyTables;

/** Moves the record to another place, all of it: ids, numbers of events, places, people. */
public final class MoveRecord {

  private MoveRecord() {}

  /**
   * Copies the record of a data folder whose server is stopped, and compares both row by row. The
   * one that it came from is not touched.
   *
   * @param to a folder without a record
   * @throws StorageUnavailable where one of them cannot be used, or the other has a record
   */
  public static void from(Path from, Path to) {
    try (StoppedRecord record = StoppedRecord.in(from)) {
      RestoreBackup.fill(
          to, record.schema(), target -> CopyTables.from(record.connection(), target));
    } catch (SQLException refused) {
      throw SayWhyUnavailable.atOpening(from, refused);
    }
  }
}
