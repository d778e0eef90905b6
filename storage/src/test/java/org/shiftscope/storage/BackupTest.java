package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupRefused;
import org.shiftscope.storage.backup.CopyTables;
import org.shiftscope.storage.backup.OpenBackup;

/** A record goes into a file and comes back, row for row. */
@Timeout(60)
final class BackupTest {

  private static final Path DATABASES = Path.of("src/test/resources/databases");

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

  @TempDir private Path folder;
  private Path data;
  private Path restored;
  private Path backups;

  @BeforeEach
  void aRecordOfEverything() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    restored = folder.resolve("restored");
    backups = folder.resolve("backups");
    unpack(DATABASES.resolve("schema-13"), data);
    open(data).close(); // migrated
  }

  private static void unpack(Path version, Path home) throws IOException {
    try (InputStream packed = Files.newInputStream(version.resolve("shiftscope.mv.db.gz"));
        InputStream database = new GZIPInputStream(packed)) {
      Files.copy(database, home.resolve("shiftscope.mv.db"));
    }
  }

  private Storage open(Path home) {
    return Storage.open(home, clock());
  }

  private Clock clock() {
    return seconds.withZone(ZoneOffset.UTC);
  }

  private Backups backups(Storage storage) {
    return storage.backups(backups, "0.1.0");
  }

  private Backup backup() {
    try (Storage storage = open(data)) {
      return backups(storage).make();
    }
  }

  /** Every row of every table but db-scheduler's and Flyway's, as text. */
  private static Map<String, List<String>> rows(Path home) throws SQLException {
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

  @Test
  void aRecordComesBackRowForRow() throws Exception {
    Backup backup = backup();
    Map<String, List<String>> before = rows(data);

    RestoreBackup.into(backup.file(), RecordPlace.in(restored));

    Map<String, List<String>> after = rows(restored);
    // The entry of the audit log that tells of the backup came after it.
    assertThat(after).containsKeys("EXPERIMENT", "CURVE", "ACCOUNT", "SHARED_VIEW_PART");
    assertThat(after).isEqualTo(before);
    assertThat(after.get("RESULT")).hasSizeGreaterThan(20);
    assertThat(VerifyRecord.in(RecordPlace.in(restored)).wrong()).isEmpty();
    assertThat(VerifyRecord.ofBackup(backup.file(), folder).results())
        .isEqualTo(backup.manifest().rows("result"));
  }

  /** Workers and a recipient with a notice on its way. */
  private void tellAndWork(Path home) throws SQLException {
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

  private static void sql(Path home, String... all) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("shiftscope") + ";IFEXISTS=TRUE", "shiftscope", "");
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> table(Path home, String name) throws SQLException {
    return rows(home).getOrDefault(name, List.of());
  }

  @Test
  void aRestoredRecordKnowsItsWorkersButNoneIsAtWorkAndNobodyIsTold() throws Exception {
    tellAndWork(data);
    Path file = backup().file();
    List<String> trials = table(data, "TRIAL");

    RestoreBackup.into(file, RecordPlace.in(restored));

    assertThat(table(restored, "TRIAL")).isEqualTo(trials);
    assertThat(table(restored, "WORKER"))
        .singleElement()
        .asString()
        .contains("box-7")
        .containsPattern("ended=\\d{4}-");
    assertThat(table(restored, "WORKER_LANE")).singleElement().asString().contains("gpu0");
    assertThat(table(restored, "RECIPIENT")).singleElement().asString().contains("enabled=false");
    assertThat(table(restored, "DELIVERY")).singleElement().asString().contains("next_try=null");
  }

  @Test
  void aMovedRecordGoesOnTelling() throws Exception {
    tellAndWork(data);
    List<String> deliveries = table(data, "DELIVERY");
    DatabaseAddress address = PostgresServer.shared().fresh();
    var postgres = new RecordPlace(folder.resolve("beside"), Optional.of(address));

    MoveRecord.from(RecordPlace.in(data), postgres);
    MoveRecord.from(postgres, RecordPlace.in(restored));

    assertThat(table(restored, "WORKER"))
        .singleElement()
        .asString()
        .contains("box-7")
        .containsPattern("ended=\\d{4}-");
    assertThat(table(restored, "RECIPIENT")).singleElement().asString().contains("enabled=true");
    assertThat(table(restored, "DELIVERY")).isEqualTo(deliveries);
  }

  @Test
  void aRestoredRecordCountsOnAndRunsWhatWaited() throws Exception {
    Path file = backup().file();
    RestoreBackup.into(file, RecordPlace.in(restored));
    try (Storage storage = open(restored);
        var heard = new Heard(storage.experiments())) {
      List<Experiment> waiting =
          storage.experiments().list(Search.ALL, Optional.empty(), 100).stream()
              .filter(each -> each.state() == ExperimentState.QUEUED)
              .map(each -> storage.experiments().find(each.id()).orElseThrow())
              .toList();
      Experiment fresh = storage.experiments().submit(Samples.spec("After it", 1));
      storage.queue().start(new Lane("cpu", 1), (spec, trial, watch) -> Samples.result(trial));
      heard.awaitEnd(fresh);
      assertThat(waiting).isNotEmpty();
      waiting.forEach(heard::awaitEnd);
    }
    assertThat(VerifyRecord.in(RecordPlace.in(restored)).wrong()).isEmpty();
  }

  @Test
  void itIsOfOneMomentWhileTrialsRun() throws Exception {
    Backup backup;
    try (Storage storage = open(data);
        var heard = new Heard(storage.experiments())) {
      Experiment running = storage.experiments().submit(Samples.spec("Runs meanwhile", 150));
      var half = new CountDownLatch(1);
      storage
          .queue()
          .start(
              new Lane("cpu", 2),
              (spec, trial, watch) -> {
                if (trial == 10) {
                  half.countDown();
                }
                return Samples.result(trial);
              });
      StorageStory.await(half);
      backup = backups(storage).make();
      heard.awaitEnd(running);
    }
    assertThat(backup.manifest().rows("result")).isBetween(50L, 200L);
    // Were a table of another moment than others, references or tallies would not hold.
    assertThat(VerifyRecord.ofBackup(backup.file(), folder).wrong()).isEmpty();
  }

  @Test
  void aFolderWithARecordIsRefusedAndStaysAsItIs() throws Exception {
    Path file = backup().file();
    byte[] before = Files.readAllBytes(data.resolve("shiftscope.mv.db"));
    assertThatThrownBy(() -> RestoreBackup.into(file, RecordPlace.in(data)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("There is a record in")
        .hasMessageContaining("choose another folder");
    assertThat(Files.readAllBytes(data.resolve("shiftscope.mv.db"))).isEqualTo(before);
  }

  @Test
  void aBackupThatIsCutOrChangedIsRefusedAndLeavesNothing() throws Exception {
    Path file = backup().file();
    Path cut = folder.resolve("cut.zip");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 1_000));
    assertThatThrownBy(() -> RestoreBackup.into(cut, RecordPlace.in(restored)))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("cut.zip cannot be used: it is no zip, or not whole");
    try (var flipped = new RandomAccessFile(file.toFile(), "rw")) {
      flipped.seek(bytes.length / 2);
      int old = flipped.read();
      flipped.seek(bytes.length / 2);
      flipped.write(old ^ 1);
    }
    assertThatThrownBy(() -> RestoreBackup.into(file, RecordPlace.in(restored)))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("its table");
    assertThat(restored.resolve("shiftscope.mv.db")).doesNotExist();
    assertThat(restored.resolve("shiftscope-migrating.mv.db")).doesNotExist();
  }

  @Test
  void theOldestOfThoseMadeByNightGoAndOthersStay() {
    try (Storage storage = open(data)) {
      Backup byHand = backups(storage).make();
      for (int night = 0; night < 4; night++) {
        backups(storage).makeNightly(2);
      }
      List<Backup> all = backups(storage).all();
      assertThat(all).hasSize(3).contains(byHand);
      assertThat(all.getLast()).isEqualTo(byHand);
      assertThat(backups(storage).last()).contains(all.getFirst());
      assertThat(backups(storage).find("../data/shiftscope.mv.db")).isEmpty();
    }
  }

  @Test
  void onlyAnAdministratorMayMakeOrSeeThem() {
    var vera = new Asker("vera", Role.RESEARCHER, "session:x", "");
    try (Storage storage = open(data)) {
      assertThatThrownBy(() -> vera.ask(() -> backups(storage).make()))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> vera.ask(() -> backups(storage).all()))
          .isInstanceOf(NotAllowed.class);
    }
    assertThat(backups).doesNotExist();
  }

  @Test
  void aMoveLeavesWhatItCameFromAndMakesTheSame() throws Exception {
    byte[] before = Files.readAllBytes(data.resolve("shiftscope.mv.db"));
    MoveRecord.from(RecordPlace.in(data), RecordPlace.in(restored));
    assertThat(Files.readAllBytes(data.resolve("shiftscope.mv.db"))).isEqualTo(before);
    assertThat(rows(restored)).isEqualTo(rows(data));
  }

  @Test
  void aRecordGoesToPostgresAndBackRowForRow() throws Exception {
    Map<String, List<String>> before = rows(data);
    DatabaseAddress address = PostgresServer.shared().fresh();
    var postgres = new RecordPlace(folder.resolve("beside"), Optional.of(address));

    MoveRecord.from(RecordPlace.in(data), postgres);

    assertThatThrownBy(() -> MoveRecord.from(RecordPlace.in(data), postgres))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("There is a record in the database");
    assertThat(VerifyRecord.in(postgres).wrong()).isEmpty();
    MoveRecord.from(postgres, RecordPlace.in(restored));
    assertThat(rows(restored)).isEqualTo(before);

    Path file;
    try (Storage storage = Storage.open(postgres, clock())) {
      Experiment more = storage.experiments().submit(Samples.spec("More", 2));
      assertThat(storage.experiments().cancel(more.id())).isTrue();
      file = backups(storage).make().file();
    }
    Path again = folder.resolve("again");
    RestoreBackup.into(file, RecordPlace.in(again));
    assertThat(rows(again).get("EXPERIMENT"))
        .hasSize(before.getOrDefault("EXPERIMENT", List.of()).size() + 1);
    assertThat(VerifyRecord.in(RecordPlace.in(again)).wrong()).isEmpty();
  }

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
