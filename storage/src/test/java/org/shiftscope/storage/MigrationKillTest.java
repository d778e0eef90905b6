package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.WriteSpec;

/**
 * A server killed with SIGKILL while it makes or upgrades its database opens it at the next start.
 */
@Timeout(600)
final class MigrationKillTest {

  private static final int KILLS = Boolean.getBoolean("torture") ? 60 : 12;

  /** In which a slow machine makes or upgrades the database. */
  private static final Duration LONGEST = Duration.ofMillis(1_500);

  @TempDir Path folder;

  @Test
  void whileTheDatabaseIsMade() throws Exception {
    int early = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = folder.resolve("made" + kill);
      early += killWhileOpening(home, kill) ? 1 : 0;
      try (Storage storage = Storage.open(home, Clock.systemUTC())) {
        assertThat(storage.experiments().list()).isEmpty();
        storage.experiments().submit(Samples.spec("first", 1));
      }
    }
    assertThat(early).describedAs("killed before it was open").isPositive();
  }

  @Test
  void whileADatabaseOfAnOlderVersionIsUpgraded() throws Exception {
    int early = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = Files.createDirectories(folder.resolve("upgraded" + kill));
      makeOld(home);
      early += killWhileOpening(home, kill) ? 1 : 0;
      try (Storage storage = Storage.open(home, Clock.systemUTC())) {
        assertThat(storage.experiments().list()).hasSize(1);
        storage.experiments().submit(Samples.spec("second", 1));
      }
    }
    assertThat(early).describedAs("killed before it was open").isPositive();
  }

  @Test
  void aDatabaseOfANewerVersionIsRefusedAndKept() throws Exception {
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      storage.experiments().submit(Samples.spec("kept", 1));
    }
    execute(
        folder,
        "INSERT INTO \"flyway_schema_history\" SELECT 1000, '999', 'later', 'SQL', 'V999__later.sql',"
            + " 1, 'x', CURRENT_TIMESTAMP, 1, TRUE");
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("was written by a newer version of Shiftscope (its schema is 999,");
    execute(folder, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '999'");
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().list()).hasSize(1);
    }
  }

  /** Returns whether it was killed before it had opened the database. */
  private boolean killWhileOpening(Path home, int kill) throws InterruptedException {
    try (var server = ChildJvm.start(Opens.class, home)) {
      assertThat(server.line()).isEqualTo("opening");
      server.endsWithin(LONGEST.multipliedBy(kill).dividedBy(KILLS));
      server.kill();
      return server.rest().isEmpty();
    }
  }

  /** As version 1 of the schema kept it. */
  private static void makeOld(Path home) throws SQLException {
    Flyway.configure().dataSource(url(home), "shiftscope", "").target("1").load().migrate();
    execute(
        home,
        "INSERT INTO experiment (id, kind, title, spec, state, submitted) VALUES ('aaaaaaaaaaaa',"
            + " 'temperature-sweep', 'old', '"
            + WriteSpec.toJson(Samples.spec("old", 1)).toString().replace("'", "''")
            + "', 'queued', CURRENT_TIMESTAMP)");
    execute(
        home,
        "INSERT INTO trial (experiment, number, device, state, phase, fraction, attempts)"
            + " VALUES ('aaaaaaaaaaaa', 0, 'cpu', 'queued', '', 0, 0)");
  }

  private static void execute(Path home, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(home), "shiftscope", "");
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static String url(Path home) {
    return "jdbc:h2:file:" + home.resolve("shiftscope");
  }

  /** Opens a folder, and says before and after. */
  static final class Opens {

    private Opens() {}

    public static void main(String[] arguments) throws Exception {
      PrintStream out = System.out;
      out.println("opening");
      out.flush();
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC())) {
        out.println("open " + storage.experiments().list().size());
        out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
