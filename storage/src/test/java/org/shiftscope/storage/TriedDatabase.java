package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A database that contracts are tried on: each data folder has one of its own. */
interface TriedDatabase {

  /** Where the record of a data folder is, the same each time. */
  RecordPlace in(Path folder);

  /** A connection beside storage's. */
  Connection connect(Path folder) throws SQLException;

  /** In the folder. */
  TriedDatabase H2 =
      new TriedDatabase() {
        @Override
        public RecordPlace in(Path folder) {
          return RecordPlace.in(folder);
        }

        @Override
        public Connection connect(Path folder) throws SQLException {
          String url = "jdbc:h2:file:" + folder.resolve("shiftscope").toAbsolutePath();
          return DriverManager.getConnection(url, "shiftscope", "");
        }
      };

  /** A schema of the server that the tests share. */
  TriedDatabase POSTGRES =
      new TriedDatabase() {

        private final Map<Path, DatabaseAddress> databases = new ConcurrentHashMap<>();

        @Override
        public RecordPlace in(Path folder) {
          return new RecordPlace(folder, Optional.of(database(folder)));
        }

        @Override
        public Connection connect(Path folder) throws SQLException {
          DatabaseAddress database = database(folder);
          return DriverManager.getConnection(database.url(), database.user().orElseThrow(), "");
        }

        private DatabaseAddress database(Path folder) {
          return databases.computeIfAbsent(folder, any -> PostgresServer.shared().fresh());
        }
      };
}
