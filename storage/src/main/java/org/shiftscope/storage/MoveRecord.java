package org.shiftscope.storage;

import java.sql.SQLException;
import org.shiftscope.storage.backup.CopyTables;

/** Moves the record to another place, all of it: ids, numbers of events, places, people. */
public final class MoveRecord {

  private MoveRecord() {}

  /**
   * Copies a record as it is at one moment, and compares both row by row. The one that it came from
   * is not touched.
   *
   * @param from a folder whose server is stopped, or a database of PostgreSQL
   * @param to a folder or a database without a record
   * @throws StorageUnavailable where one of them cannot be used, or the other has a record
   */
  public static void from(RecordPlace from, RecordPlace to) {
    try (UntouchedRecord record = UntouchedRecord.at(from)) {
      RestoreBackup.fill(
          to, record.schema(), target -> CopyTables.from(record.connection(), target));
    } catch (SQLException refused) {
      throw UntouchedRecord.sayWhy(from, refused);
    }
  }
}
