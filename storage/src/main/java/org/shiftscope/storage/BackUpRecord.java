package org.shiftscope.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.shiftscope.storage.backup.BackupManifest;
import org.shiftscope.storage.backup.WriteBackup;
import org.shiftscope.storage.backup.WriteWhole;

/** Makes a backup of a record without a server, which stays as it is to the last bit. */
public final class BackUpRecord {

  private BackUpRecord() {}

  /**
   * A backup that was made.
   *
   * @param file where it is
   * @param manifest what it is
   */
  public record Made(Path file, BackupManifest manifest) {}

  /**
   * Makes it.
   *
   * @param file gets the backup; a new one in the data folder's own {@code backups} where there is
   *     none
   * @param software Shiftscope's version
   * @throws StorageUnavailable where there is no record, or a server has H2's open
   */
  public static Made of(RecordPlace place, Optional<Path> file, Instant now, String software)
      throws IOException {
    try (UntouchedRecord record = UntouchedRecord.at(place)) {
      Path to = file.orElseGet(() -> usual(place.folder(), now));
      OwnerOnly.make(to.toAbsolutePath().resolveSibling("").normalize());
      return new Made(to, write(record, to, now, software));
    } catch (SQLException refused) {
      throw UntouchedRecord.sayWhy(place, refused);
    }
  }

  private static BackupManifest write(
      UntouchedRecord record, Path file, Instant now, String software) throws IOException {
    return WriteWhole.to(
        file,
        part -> {
          try (OutputStream out = Files.newOutputStream(part)) {
            return WriteBackup.of(record.connection(), out, now, software);
          } catch (SQLException broken) {
            throw new IOException(broken);
          }
        });
  }

  private static Path usual(Path folder, Instant now) {
    return folder.resolve(KeepOldDatabase.FOLDER).resolve(Backups.name(Backups.BY_HAND, now));
  }
}
