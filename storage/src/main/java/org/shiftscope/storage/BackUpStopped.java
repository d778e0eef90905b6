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

/** Makes a backup of a record whose server is stopped, which stays as it is to the last bit. */
public final class BackUpStopped {

  private BackUpStopped() {}

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
   * @param folder the data folder
   * @param file gets the backup; a new one in the data folder's own {@code backups} where there is
   *     none
   * @param software Shiftscope's version
   * @throws StorageUnavailable where there is no record, or a server has it open
   */
  public static Made of(Path folder, Optional<Path> file, Instant now, String software)
      throws IOException {
    try (StoppedRecord record = StoppedRecord.in(folder)) {
      Path to = file.orElseGet(() -> usual(record.folder().home(), now));
      OwnerOnly.make(to.toAbsolutePath().getParent());
      BackupManifest manifest =
          WriteWhole.to(
              to,
              part -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                  return WriteBackup.of(record.connection(), out, now, software);
                } catch (SQLException broken) {
                  throw new IOException(broken);
                }
              });
      return new Made(to, manifest);
    } catch (SQLException refused) {
      throw SayWhyUnavailable.atOpening(folder, refused);
    }
  }

  private static Path usual(Path home, Instant now) {
    return home.resolve(KeepOldDatabase.FOLDER).resolve(Backups.name(Backups.BY_HAND, now));
  }
}
