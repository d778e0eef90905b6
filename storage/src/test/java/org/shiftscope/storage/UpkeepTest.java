package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.backup.CopyTables;
import org.shiftscope.storage.backup.OpenBackup;

/** A record is verified, kept before a migration, measured and compacted. */
final class UpkeepTest extends BackupStory {

  @Test
  void whatIsWrongIsListed() throws Exception {
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + data.resolve("shiftscope"), "shiftscope", "")) {
      Jdbi.create(connection)
          .useHandle(
              handle -> {
                handle.execute("SET REFERENTIAL_INTEGRITY FALSE");
                handle.execute("DELETE FROM result WHERE experiment = 'golden000029'");
                handle.execute(
                    "UPDATE experiment SET spec = '{}', checksum = 1 WHERE id = 'golden000002'");
                handle.execute("UPDATE tally SET trials = 7 WHERE experiment = 'golden000003'");
                handle.execute(
                    "INSERT INTO tally (experiment, state, outcome, trials, weight, seconds, found)"
                        + " VALUES ('golden000004', 'queued', 'of none', 2, 1, 0, 0)");
              });
    }
    String wrong = String.join("\n", VerifyRecord.in(RecordPlace.in(data)).wrong());
    assertThat(wrong)
        .contains("results are there")
        .contains("the spec of experiment golden000002 is not what was submitted")
        .contains("the spec of experiment golden000002: This cannot be read")
        .contains("the result of trial 0 of experiment golden000029 is not what was stored")
        .contains("of the table curve refer to rows of the table result that are not there")
        .contains("the trials of experiment golden000003 are others than its tally says")
        .contains("the trials of experiment golden000004 are others than its tally says")
        .doesNotContain("the trials of experiment golden000005");
  }

  @Test
  void aMigrationKeepsTheDatabaseAsItWas() throws Exception {
    Path old = Files.createDirectory(folder.resolve("old"));
    unpack(DATABASES.resolve("0.1.0"), old);
    open(old).close();

    Path kept = old.resolve("backups/shiftscope-schema-2.mv.db");
    try (Connection before =
        DriverManager.getConnection(
            "jdbc:h2:file:" + old.resolve("backups/shiftscope-schema-2"), "shiftscope", "")) {
      assertThat(CopyTables.schema(before)).contains("2");
    }
    assertThat(FindBackup.in(old)).contains(kept);
  }

  @Test
  void aMigrationOfPostgresKeepsABackupOfWhatItWas() throws IOException {
    DatabaseAddress address = PostgresServer.shared().fresh();
    String schema = address.url().replaceAll(".*currentSchema=", "");
    Flyway.configure()
        .dataSource(address.url(), address.user().orElseThrow(), "")
        .schemas(schema)
        .defaultSchema(schema)
        .target("13")
        .load()
        .migrate();
    Path beside = folder.resolve("beside");

    Storage.open(new RecordPlace(beside, Optional.of(address)), clock()).close();

    try (OpenBackup kept = OpenBackup.of(beside.resolve("backups/shiftscope-schema-13.zip"))) {
      assertThat(kept.manifest().schema()).isEqualTo("13");
    }
  }

  @Test
  void whatExperimentsTakeIsToldTheLargestFirst() throws Exception {
    try (Storage storage = open(data);
        var heard = new Heard(storage.experiments())) {
      List<DiskUse> before = storage.experiments().largest(1_000);
      assertThat(before).hasSizeGreaterThan(15).allMatch(use -> use.bytes() > 100);
      assertThat(before).isSortedAccordingTo(Comparator.comparingLong(DiskUse::bytes).reversed());

      Experiment large = storage.experiments().submit(Samples.spec("Large", 1));
      double[] theta = new Random(1).doubles(100_000).toArray();
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> {
                if (spec.title().equals("Large")) { // others wait there, too
                  watch.reached(NamedPoint.SGD_END, theta);
                }
                return Samples.result(trial);
              });
      heard.awaitEnd(large);
      DiskUse now = storage.experiments().largest(1).getFirst();
      assertThat(now.id()).isEqualTo(large.id());
      assertThat(now.bytes()).isBetween(400_000L, 820_000L);
    }
  }

  @Test
  void whatIsPurgedIsGivenBackByCompacting() throws Exception {
    try (Storage storage = open(data)) {
      for (ExperimentSummary each : storage.experiments().list(Search.ALL, Optional.empty(), 100)) {
        storage.experiments().cancel(each.id());
        storage.experiments().delete(each.id());
        storage.experiments().purge(each.id());
      }
    }
    Map<String, List<String>> before = rows(data);
    CompactRecord.Sizes sizes = CompactRecord.in(data);
    assertThat(sizes.after()).isLessThan(sizes.before() / 2);
    assertThat(rows(data)).isEqualTo(before);
    open(data).close();
  }
}
