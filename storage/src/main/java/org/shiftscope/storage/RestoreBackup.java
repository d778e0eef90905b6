package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.shiftscope.storage.backup.BackupManifest;
import org.shiftscope.storage.backup.CopyTables;
import org.shiftscope.storage.backup.OpenBackup;

/** Makes a record from a backup, whole or not at all, and at the newest schema. */
public final class RestoreBackup {

  private RestoreBackup() {}

  /**
   * Restores a backup. Recipients of notices are switched off in it, and what was on its way to
   * them is given up.
   *
   * @param file the backup
   * @param place without a record; a folder is made where it is missing
   * @return what it is
   * @throws StorageUnavailable where the place has a record or cannot be used
   * @throws org.shiftscope.storage.backup.BackupRefused where the backup cannot be used
   */
  public static BackupManifest into(Path file, RecordPlace place) throws IOException {
    try (OpenBackup backup = OpenBackup.of(file)) {
      fill(place, backup.manifest().schema(), target -> CopyTables.from(backup, target));
      return backup.manifest();
    }
  }

  /** What fills a fresh schema. */
  interface Filling {
    void fill(Connection target) throws SQLException, IOException;
  }

  /** Makes a record in a place without one. */
  static void fill(RecordPlace place, String schema, Filling filling) {
    if (place.database().isPresent()) {
      OpenPostgres.fill(place.database().get(), schema, filling);
    } else {
      fill(place.folder(), schema, filling);
    }
  }

  private static void fill(Path folder, String schema, Filling filling) {
    Path home = folder.toAbsolutePath().normalize();
    var h2 = new H2Folder(home);
    try {
      OwnerOnly.make(home);
      try (KeepHoldings holdings = KeepHoldings.of(home)) {
        if (Files.exists(h2.file())) {
          throw new StorageUnavailable(
              "There is a record in "
                  + home
                  + " already ("
                  + h2.file().getFileName()
                  + "): choose another folder, or move that file away first. Nothing was changed.",
              null);
        }
        replace(h2, holdings, schema, filling);
      }
    } catch (SQLException | FlywayException | IOException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  /**
   * Fills a new database beside the one that is there or not, and puts it in its place once it is
   * whole.
   */
  static void replace(H2Folder h2, KeepHoldings holdings, String schema, Filling filling)
      throws SQLException, IOException {
    Files.deleteIfExists(h2.copyFile());
    try {
      Holdings held;
      try (Connection target = h2.copy().getConnection()) { // kept, so that H2 does not close it
        FluentConfiguration flyway = Flyway.configure().dataSource(h2.copy());
        MigrateDatabase.to(flyway, schema);
        filling.fill(target);
        flyway.load().migrate();
        try (Handle handle = Jdbi.create(target).open()) {
          held = Holdings.in(handle);
        }
        try (Statement statement = target.createStatement()) {
          statement.execute("SHUTDOWN COMPACT"); // never after a crash: nobody had it before
        }
      }
      OwnerOnly.keep(h2.copyFile());
      MigrateDatabase.putInPlace(h2.copyFile(), h2.file());
      holdings.start(held);
      holdings.closed(WholeFile.at(h2.file()));
    } finally {
      Files.deleteIfExists(h2.copyFile());
    }
  }
}
