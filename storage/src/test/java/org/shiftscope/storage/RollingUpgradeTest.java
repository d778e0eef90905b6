package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/** A newer version that migrates a database of PostgreSQL while an older one is at work on it. */
@Timeout(120)
final class RollingUpgradeTest {

  private static final Lane ONE_SLOT = new Lane("cpu", 1);
  private static final String LAST = "(SELECT MAX(installed_rank) FROM flyway_schema_history)";

  @TempDir Path folder;

  private final DatabaseAddress database = PostgresServer.shared().fresh();

  private Storage open(String name) {
    var place = new RecordPlace(folder.resolve(name), Optional.of(database));
    return Storage.open(place, StorageStory.clock());
  }

  /** So that the next that opens it has a migration to make, and is the newer one. */
  private void takeTheLastMigrationForNotMade() {
    PostgresServer.execute(
        database, "DELETE FROM flyway_schema_history WHERE installed_rank = " + LAST);
    PostgresServer.execute(
        database,
        "UPDATE flyway_schema_history SET installed_rank = installed_rank + 1"
            + " WHERE installed_rank = "
            + LAST);
  }

  @Test
  void theOlderChangesNothingAnyMoreAndItsTrialsGoOnInTheNewer() throws Exception {
    var running = new CountDownLatch(1);
    var migrated = new CountDownLatch(1);
    List<String> found = new CopyOnWriteArrayList<>();
    try (Storage older = open("older")) {
      older.queue().serve(List.of(ONE_SLOT), Samples.EXECUTION);
      older
          .queue()
          .start(
              ONE_SLOT,
              (spec, trial, watch) -> {
                KeepTexts.keep(watch, "of the older");
                running.countDown();
                StorageStory.await(migrated);
                return Samples.result(1); // which nobody takes
              });
      Experiment experiment = older.experiments().submit(Samples.spec("upgraded", 1));
      StorageStory.await(running);
      takeTheLastMigrationForNotMade();
      older.experiments().submit(Samples.spec("before it is migrated", 1));

      try (Storage newer = open("newer");
          var heard = new Heard(newer.experiments())) {
        assertThat(newer.vitals().workers()).isEmpty();
        assertThat(newer.experiments().events(experiment.id(), 0))
            .extracting(Event::message)
            .contains("Trial 0 waits again, since a newer version has migrated the database.");
        migrated.countDown();
        assertRefused(older);
        newer.queue().serve(List.of(ONE_SLOT), Samples.EXECUTION);
        newer
            .queue()
            .start(
                ONE_SLOT,
                (spec, trial, watch) -> {
                  found.add(KeepTexts.newest(watch));
                  return Samples.result(2);
                });
        heard.awaitEnd(experiment);
        Trial ended = newer.experiments().trial(experiment.id(), 0).orElseThrow();
        assertThat(ended.result()).contains(Samples.result(2));
        assertThat(ended.attempts()).isEqualTo(2);
        assertThat(found.getFirst()).isEqualTo("of the older");
        assertThat(deaths()).isZero();

        StorageUnavailable why = older.outdated().get(30, TimeUnit.SECONDS);
        assertThat(why.restartHelps()).isTrue();
        assertThat(newer.outdated()).isNotDone();
        assertThatThrownBy(older::checkWritable).isSameAs(why);
      }
    }
  }

  private void assertRefused(Storage older) {
    assertThatThrownBy(() -> older.experiments().submit(Samples.spec("refused", 1)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageStartingWith(
            "A newer version of Shiftscope has brought the database "
                + database.shown()
                + " to schema "
                + MigrateDatabase.newest())
        .hasMessageEndingWith("trials that ran here go on from their checkpoints.");
    assertThat(older.experiments().list(Search.ALL, Optional.empty(), 9))
        .extracting(ExperimentSummary::title)
        .containsExactly("before it is migrated", "upgraded"); // it can read as long as it lives
  }

  private int deaths() throws Exception {
    try (var other =
            DriverManager.getConnection(database.url(), database.user().orElseThrow(), "");
        var statement = other.createStatement();
        var rows = statement.executeQuery("SELECT SUM(deaths) FROM trial")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
