package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.shiftscope.storage.backup.CopyTables;

/**
 * Gives the disk back what purged experiments took: H2's file does not get smaller by itself, and
 * what comes takes only a part of that room again. All rows go into a new database, which takes the
 * place of the old one once it was compared with it.
 */
public final class CompactRecord {

  private CompactRecord() {}

  /**
   * Bytes of the database's file.
   *
   * @param before it was compacted
   * @param after that
   */
  public record Sizes(long before, long after) {}

  /**
   * Compacts the record of a data folder whose server is stopped. It needs room for the new file
   * beside the old one. A crash at any moment leaves one of them.
   *
   * @throws StorageUnavailable where it is damaged, or a server has it open
   */
  public static Sizes in(Path folder) {
    try (UntouchedRecord record = UntouchedRecord.at(RecordPlace.in(folder))) {
      var h2 = new H2Folder(record.place().folder());
      List<String> damage = record.damage(false);
      if (!damage.isEmpty()) {
        throw SayWhyUnavailable.damaged(h2.home(), damage);
      }
      long before = Files.size(h2.file());
      RestoreBackup.replace(
          h2,
          record.holdings(),
          record.schema(),
          target -> CopyTables.from(record.connection(), target));
      return new Sizes(before, Files.size(h2.file()));
    } catch (SQLException | FlywayException | IOException refused) {
      throw SayWhyUnavailable.atOpening(folder, refused);
    }
  }
}
