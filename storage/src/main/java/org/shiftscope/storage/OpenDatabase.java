package org.shiftscope.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;

/** Opens the H2 database of a data folder, with its schema brought up to date. */
final class OpenDatabase {

  /**
   * Without WRITE_DELAY=0 a crash takes acknowledged commits with it. MAX_COMPACT_TIME=0: closing
   * moves no data about; H2 2.4.240 breaks off that move after a crash, by an assertion of its own.
   */
  private static final String SETTINGS =
      ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  private static final String ONLY_IF_THERE = ";IFEXISTS=TRUE";
  private static final String NAME = "shiftscope";
  private static final String COPY = "shiftscope-migrating";
  private static final String SUFFIX = ".mv.db";
  private static final int CONNECTIONS = 10;

  private OpenDatabase() {}

  /**
   * Opens it, making the folder where it is missing.
   *
   * @throws StorageUnavailable where that is not possible
   */
  static OpenedDatabase in(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    if (home.toString().contains(";")) {
      throw new StorageUnavailable(
          "The database cannot live in " + home + ": choose a data folder without \";\".", null);
    }
    tryWriting(home);
    try {
      HikariDataSource pool = migrated(home);
      // A file that is gone by then must not be made anew, empty.
      var held = new HeldDatabase(file(home), pool, () -> again(home));
      return new OpenedDatabase(home, held, new KeepRoom(home, held));
    } catch (SQLException | FlywayException | IOException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  private static HikariDataSource migrated(Path home) throws SQLException, IOException {
    JdbcDataSource h2 = source(home, NAME, ONLY_IF_THERE);
    if (Files.exists(file(home))) {
      // The first connection is kept until the pool has its own, or H2 would close and open again.
      try (Connection first = h2.getConnection()) {
        if (!MigrateDatabase.isNeeded(h2)) {
          return pool(h2);
        }
      }
    }
    MigrateDatabase.to(file(home), home.resolve(COPY + SUFFIX), source(home, COPY, ""));
    return pool(h2);
  }

  private static HikariDataSource again(Path home) {
    try {
      return pool(source(home, NAME, ONLY_IF_THERE));
    } catch (RuntimeException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  private static Path file(Path home) {
    return home.resolve(NAME + SUFFIX);
  }

  private static JdbcDataSource source(Path home, String name, String more) {
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + home.resolve(name) + SETTINGS + more);
    h2.setUser("shiftscope");
    h2.setPassword("");
    return h2;
  }

  private static void tryWriting(Path home) {
    try {
      Files.createDirectories(home);
      Path probe = Files.createTempFile(home, "probe", ".tmp");
      try {
        Files.write(probe, new byte[64 * 1024]);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException refused) {
      if (SayWhyUnavailable.full(refused)) {
        throw SayWhyUnavailable.atOpening(home, refused);
      }
      throw new StorageUnavailable(
          "The data folder "
              + home
              + " cannot be written ("
              + refused
              + "): make it a folder that this user may write, or choose another.",
          refused);
    }
  }

  private static HikariDataSource pool(JdbcDataSource h2) {
    var config = new HikariConfig();
    config.setPoolName("storage");
    config.setDataSource(h2);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }
}
