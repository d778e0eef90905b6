package org.shiftscope.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record of everything, of an earlier version at first, with a clock that goes on by itself. */
@Timeout(60)
abstract class BackupStory {

  static final Path DATABASES = Path.of("src/test/resources/databases");

  /** A second later at each look. */
  private final InstantSource seconds =
      new InstantSource() {
        private Instant now = Instant.parse("2026-11-01T12:00:00Z");

        @Override
        public synchronized Instant instant() {
          now = now.plusSeconds(1);
          return now;
        }
      };

  @TempDir Path folder;

  Path data;

  Path restored;

  Path backups;

  @BeforeEach
  void aRecordOfEverything() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    restored = folder.resolve("restored");
    backups = folder.resolve("backups");
    unpack(DATABASES.resolve("schema-13"), data);
    open(data).close(); // migrated
  }

  static void unpack(Path version, Path home) throws IOException {
    try (InputStream packed = Files.newInputStream(version.resolve("shiftscope.mv.db.gz"));
        InputStream database = new GZIPInputStream(packed)) {
      Files.copy(database, home.resolve("shiftscope.mv.db"));
    }
  }

  Storage open(Path home) {
    return Storage.open(home, clock());
  }

  Clock clock() {
    return seconds.withZone(ZoneOffset.UTC);
  }

  Backups backups(Storage storage) {
    return storage.backups(backups, "0.1.0");
  }

  Backup backup() {
    try (Storage storage = open(data)) {
      return backups(storage).make();
    }
  }

  /** Every row of every table but db-scheduler's and Flyway's, as text. */
  static Map<String, List<String>> rows(Path home) throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + home.resolve("shiftscope") + ";IFEXISTS=TRUE", "shiftscope", "")) {
      Jdbi jdbi = Jdbi.create(connection);
      List<String> names =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "SELECT table_name FROM information_schema.tables"
                              + " WHERE table_schema = 'PUBLIC' AND table_name NOT LIKE"
                              + " 'SCHEDULED%' AND table_name NOT LIKE 'flyway%'")
                      .mapTo(String.class)
                      .list());
      for (String name : names) {
        all.put(
            name,
            jdbi
                .withHandle(
                    handle ->
                        handle
                            .createQuery("SELECT * FROM " + name)
                            .mapToMap()
                            .map(row -> new TreeMap<>(texts(row)).toString())
                            .list())
                .stream()
                .sorted()
                .toList());
      }
    }
    return all;
  }

  private static Map<String, String> texts(Map<String, Object> row) {
    Map<String, String> texts = new TreeMap<>();
    row.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value)));
    return texts;
  }

  /** Workers and a recipient with a notice on its way. */
  void tellAndWork(Path home) throws SQLException {
    sql(
        home,
        "INSERT INTO worker (id, host, process, version, processor, kernels, started)"
            + " VALUES ('w1', 'box-7', 12, '0.1.0', 'a processor', 'some', CURRENT_TIMESTAMP)",
        "INSERT INTO worker_lane (worker, device, slots) VALUES ('w1', 'gpu0', 1)",
        "UPDATE trial SET worker = 'w1' WHERE experiment = 'golden000003'",
        "INSERT INTO recipient (id, address, told_of, secret, enabled, created)"
            + " VALUES ('r1', 'https://chat.example.org', 'failed', 's', TRUE, CURRENT_TIMESTAMP)",
        "INSERT INTO delivery (id, recipient, body, made, tries, next_try, delivered, answer)"
            + " VALUES ('d1', 'r1', '{}', TIMESTAMP WITH TIME ZONE '2026-11-01 12:00:00+00',"
            + " 0, TIMESTAMP WITH TIME ZONE '2026-11-01 12:00:00+00', FALSE, '')");
  }

  static void sql(Path home, String... all) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("shiftscope") + ";IFEXISTS=TRUE", "shiftscope", "");
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    }
  }

  static List<String> table(Path home, String name) throws SQLException {
    return rows(home).getOrDefault(name, List.of());
  }
}
