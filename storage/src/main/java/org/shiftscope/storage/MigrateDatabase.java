package org.shiftscope.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.shiftscope.storage.backup.BackupRefused;

/**
 * Brings the schema up to date, so that a crash at any moment leaves a database that opens. H2
 * commits each statement of a migration by itself, so it works on a copy, which takes the
 * database's place by one rename at the end.
 */
final class MigrateDatabase {

  private MigrateDatabase() {}

  /**
   * Whether a database has to be migrated before it can be used.
   *
   * @throws StorageUnavailable where a newer version made it
   */
  static boolean isNeeded(DataSource database) {
    MigrationInfoService info = flyway(database).info();
    refuseNewer(info, "data folder");
    return info.pending().length > 0;
  }

  /**
   * Refuses a schema that a newer version made.
   *
   * @param other what to choose another of
   */
  static void refuseNewer(MigrationInfoService info, String other) {
    Arrays.stream(info.applied())
        .filter(migration -> !migration.getState().isResolved())
        .findFirst()
        .ifPresent(newer -> refuse(newer, info, other));
  }

  private static void refuse(MigrationInfo newer, MigrationInfoService info, String other) {
    throw new StorageUnavailable(
        "The database was written by a newer version of Shiftscope (its schema is "
            + newer.getVersion()
            + ", and this version knows up to "
            + newest(info)
            + "): start that version, or choose another "
            + other
            + ". Nothing was changed.",
        null);
  }

  private static MigrationVersion newest(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull) // of a schema that was made with the tables
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The version of the schema that this version of Shiftscope makes, such as 13. */
  static String newest() {
    return newest(Flyway.configure().dataSource("jdbc:h2:mem:", "", "").load().info()).toString();
  }

  /**
   * Makes the schema as a version had it.
   *
   * @param of a database without one
   * @throws BackupRefused where this version does not know that one
   */
  static void to(FluentConfiguration of, String schema) {
    MigrationVersion wanted = MigrationVersion.fromVersion(schema);
    if (wanted.compareTo(MigrationVersion.fromVersion(newest())) > 0) {
      throw new BackupRefused(
          "It is of a newer version of Shiftscope (its schema is "
              + schema
              + ", and this version knows up to "
              + newest()
              + "): use that version. Nothing was changed.");
    }
    of.target(wanted).load().migrate();
    of.target(MigrationVersion.LATEST);
  }

  /**
   * Makes a database, or migrates the one that is there. Nobody may have it open.
   *
   * @param file its file
   * @param copy where the new one is prepared
   * @param prepared the database in {@code copy}
   */
  static void to(Path file, Path copy, DataSource prepared) throws IOException {
    Files.deleteIfExists(copy); // a crash left it
    try {
      Optional<MigrationVersion> before = Optional.empty();
      if (Files.exists(file)) {
        Files.copy(file, copy);
        before =
            Optional.ofNullable(flyway(prepared).info().current()).map(MigrationInfo::getVersion);
      }
      flyway(prepared).migrate();
      if (before.isPresent()) {
        KeepOldDatabase.of(file, before.get().toString());
      }
      putInPlace(copy, file);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static Flyway flyway(DataSource database) {
    return Flyway.configure().dataSource(database).load();
  }

  /** Puts a new file in the place of an old one, by one rename. */
  static void putInPlace(Path prepared, Path file) throws IOException {
    force(prepared);
    Files.move(prepared, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
