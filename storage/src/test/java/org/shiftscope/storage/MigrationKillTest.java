package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server killed with SIGKILL while it makes or upgrades its database opens it at the next start.
 */
@Timeout(600)
final class MigrationKillTest {

  private static final int KILLS = System.getProperty("torture") == null ? 12 : 60;

  private static final String OLD = "/databases/0.1.0/shiftscope.mv.db.gz";

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
        assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000)).isEmpty();
        storage.experiments().submit(Samples.spec("first", 1));
      }
    }
    assertThat(early).describedAs("killed before it was open").isPositive();
  }

  @Test
  void whileADatabaseOfAnOlderVersionIsUpgraded() throws Exception {
    List<ExperimentId> all = idsIn(copyOfOld("whole"));
    assertThat(all).isNotEmpty();
    int early = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = copyOfOld("upgraded" + kill);
      early += killWhileOpening(home, kill) ? 1 : 0;
      assertThat(idsIn(home)).isEqualTo(all);
    }
    assertThat(early).describedAs("killed before it was open").isPositive();
  }

  private static List<ExperimentId> idsIn(Path home) {
    try (Storage storage = Storage.open(home, Clock.systemUTC())) {
      return storage.experiments().list(Search.ALL, Optional.empty(), 1_000).stream()
          .map(ExperimentSummary::id)
          .toList();
    }
  }

  /** The golden database of version 0.1.0. */
  private Path copyOfOld(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    try (InputStream packed = MigrationKillTest.class.getResourceAsStream(OLD)) {
      Files.copy(
          new GZIPInputStream(Objects.requireNonNull(packed)), home.resolve("shiftscope.mv.db"));
    }
    return home;
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
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000)).hasSize(1);
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
        out.println(
            "open " + storage.experiments().list(Search.ALL, Optional.empty(), 1_000).size());
        out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
