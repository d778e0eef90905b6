package org.shiftscope.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.shiftscope.storage.backup.CopyTables;
import org.shiftscope.storage.backup.ListFolder;
import org.shiftscope.storage.backup.WriteBackup;
import org.shiftscope.storage.backup.WriteWhole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the record as it was before a migration, in the data folder's {@code backups}, named by its
 * schema: H2's file ({@code shiftscope-schema-13.mv.db}), or a backup of PostgreSQL's tables
 * ({@code shiftscope-schema-13.zip}). The last two stay.
 */
final class KeepOldDatabase {

  /** The folder of backups within a data folder. */
  static final String FOLDER = "backups";

  private static final Logger LOG = LoggerFactory.getLogger(KeepOldDatabase.class);
  private static final String PREFIX = "shiftscope-schema-";
  private static final int MOST = 2;

  private KeepOldDatabase() {}

  /**
   * Keeps it, under a second name for the same file where the disk can do that: no bytes are
   * copied, and the old name holds the file until the new one takes it.
   *
   * @param file the database, which nobody has open
   * @param schema the version that it has
   */
  static void of(Path file, String schema) throws IOException {
    Path folder = file.resolveSibling(FOLDER);
    OwnerOnly.make(folder);
    Path kept = folder.resolve(PREFIX + schema + ".mv.db");
    Files.deleteIfExists(kept);
    try {
      Files.createLink(kept, file);
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.copy(file, kept);
    }
    OwnerOnly.keep(kept);
    told(kept);
  }

  /**
   * Keeps a backup of a database of PostgreSQL.
   *
   * @param home the data folder
   */
  static void of(Path home, Connection connection) throws SQLException, IOException {
    Path folder = home.resolve(FOLDER);
    OwnerOnly.make(folder);
    String schema = CopyTables.schema(connection).orElseThrow();
    Path kept = folder.resolve(PREFIX + schema + ".zip");
    Files.deleteIfExists(kept);
    var _ =
        WriteWhole.to(
            kept,
            part -> {
              try (OutputStream out = Files.newOutputStream(part)) {
                return WriteBackup.of(connection, out, Instant.now(), "before a migration");
              } catch (SQLException broken) {
                throw new IOException(broken);
              }
            });
    told(kept);
  }

  private static void told(Path kept) throws IOException {
    LOG.info("The database is migrated; as it was it is kept as {}.", kept);
    deleteOld(kept.resolveSibling(""));
  }

  private static void deleteOld(Path folder) throws IOException {
    List<Path> all = ListFolder.of(folder, PREFIX + "*.{mv.db,zip}");
    all.sort(Comparator.comparingInt(KeepOldDatabase::schema).reversed());
    for (Path old : all.subList(Math.min(MOST, all.size()), all.size())) {
      Files.delete(old);
    }
  }

  private static int schema(Path file) {
    String digits = file.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1");
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
