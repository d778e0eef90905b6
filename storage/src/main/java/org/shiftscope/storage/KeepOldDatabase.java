package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps H2's file as it was before a migration took its place, in the data folder's {@code
 * backups}, named by its schema: {@code shiftscope-schema-13.mv.db}. The last two stay.
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
    LOG.info(
        "The database is migrated; as it was, with schema {}, it is kept as {}.", schema, kept);
    deleteOld(folder);
  }

  private static void deleteOld(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.mv.db")) {
      files.forEach(all::add);
    }
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
