package org.shiftscope.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where the H2 database of a data folder is, and how it is opened.
 *
 * @param home the data folder, absolute
 */
record H2Folder(Path home) {

  /**
   * Without WRITE_DELAY=0 a crash takes acknowledged commits with it. MAX_COMPACT_TIME=0: closing
   * moves no data about; H2 2.4.240 breaks off that move after a crash, by an assertion of its own.
   */
  private static final String SETTINGS =
      ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  private static final String NAME = "shiftscope";
  private static final String COPY = "shiftscope-migrating";
  private static final String SUFFIX = ".mv.db";
  private static final int CONNECTIONS = 10;

  static {
    // Where a write fails on a full disk, threads of H2 2.4.240 turn in a loop for good
    // (MVStore.registerVersionUsage), unless its own assertion throws them out of it. It must be on
    // before the first database is opened.
    Objects.requireNonNull(H2Folder.class.getClassLoader())
        .setPackageAssertionStatus("org.h2.mvstore", true);
  }

  /** The database's file. */
  Path file() {
    return home.resolve(NAME + SUFFIX);
  }

  /** The database; a file that is gone is not made anew, empty. */
  JdbcDataSource database() {
    return source(NAME, ";IFEXISTS=TRUE");
  }

  /** The database, which stays as it is to the last bit. */
  JdbcDataSource untouched() {
    return source(NAME, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
  }

  /** The file of the copy in which migrations work. */
  Path copyFile() {
    return home.resolve(COPY + SUFFIX);
  }

  /** The copy in which migrations work. */
  JdbcDataSource copy() {
    return source(COPY, "");
  }

  private JdbcDataSource source(String name, String more) {
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + home.resolve(name) + SETTINGS + more);
    h2.setUser("shiftscope");
    h2.setPassword("");
    return h2;
  }

  /**
   * Opens the database.
   *
   * @throws StorageUnavailable where it cannot be opened
   */
  HikariDataSource pool() {
    var config = new HikariConfig();
    config.setPoolName("storage");
    config.setDataSource(database());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }
}
