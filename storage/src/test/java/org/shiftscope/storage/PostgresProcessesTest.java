package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.backup.AtOneMoment;

/** Two storages on one database, as two processes have it, also while its server comes and goes. */
@Timeout(120)
final class PostgresProcessesTest {

  private static PostgresServer server;

  @TempDir Path folder;

  private DatabaseAddress database;
  private Storage first;
  private Storage second;
  private Heard inFirst;
  private Heard inSecond;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void open() {
    database = server.fresh();
    first = open("first");
    second = open("second");
    inFirst = new Heard(first.experiments());
    inSecond = new Heard(second.experiments());
  }

  private Storage open(String name) {
    var place = new RecordPlace(folder.resolve(name), Optional.of(database));
    return Storage.open(place, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void bothHearEachEventOnceAndInOrderWhoeverMadeIt() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (Storage storage : List.of(first, second, first, second)) {
        all.add(threads.submit(() -> comeAndGo(storage, 25)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    requireAllHeard();
    assertThat(inFirst.lasting()).hasSize(1 + 4 * 25 * 2);
  }

  @Test
  void connectionsThatTheServerEndsCostNoEvent() throws Exception {
    var done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      Future<?> killing = threads.submit(() -> endConnectionsUntil(done));
      List<Future<?>> all = new ArrayList<>();
      for (Storage storage : List.of(first, second, first, second)) {
        all.add(threads.submit(() -> comeAndGo(storage, 15)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      done.set(true);
      killing.get();
    }
    requireAllHeard();
  }

  @Test
  void aServerThatIsAwayIsToldAndBothGoOnWhenItIsBack() throws Exception {
    Experiment before = first.experiments().submit(Samples.spec("before", 1));
    server.stop();
    for (Storage storage : List.of(first, second)) {
      assertThatThrownBy(() -> storage.experiments().submit(Samples.spec("lost", 1)))
          .isInstanceOfSatisfying(
              StorageUnavailable.class,
              away -> {
                assertThat(away.sentence())
                    .startsWith("The database " + database.shown() + " does not answer (");
                assertThat(away.restartHelps()).isFalse();
              });
    }
    assertThatThrownBy(first::checkWritable).isInstanceOf(StorageUnavailable.class);
    server.startAgain();

    first.checkWritable();
    Experiment after = second.experiments().submit(Samples.spec("after", 1));
    assertThat(first.experiments().list(Search.ALL, Optional.empty(), 9))
        .extracting(ExperimentSummary::id)
        .containsExactly(after.id(), before.id());
    requireAllHeard();
  }

  @Test
  void aResultThatComesWhileTheServerIsAwayIsStoredLater() throws Exception {
    var may = new CountDownLatch(1);
    try (var lane =
        first
            .queue()
            .start(
                new Lane("cpu", 1),
                (spec, trial, watch) -> {
                  StorageStory.await(may);
                  watch.progress("last", 0.9);
                  return Samples.result(trial);
                })) {
      Experiment experiment = second.experiments().submit(Samples.spec("kept", 1));
      inSecond.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
      server.stop();
      may.countDown();
      Thread.sleep(500); // it ends, and is refused
      server.startAgain();
      inSecond.awaitEnd(experiment);
      assertThat(second.experiments().trial(experiment.id(), 0).orElseThrow().result())
          .contains(Samples.result(0));
      assertThat(second.experiments().trial(experiment.id(), 0).orElseThrow().attempts())
          .isEqualTo(1);
    }
    requireAllHeard();
  }

  @Test
  void progressAndWhatIsPurgedIsToldToTheOther() {
    var may = new Semaphore(0);
    try (var lane =
        first
            .queue()
            .start(
                new Lane("cpu", 1),
                (spec, trial, watch) -> {
                  watch.progress("work", 0.5);
                  may.acquireUninterruptibly();
                  return Samples.result(trial);
                })) {
      Experiment experiment = second.experiments().submit(Samples.spec("progress", 1));
      inSecond.awaitTrial(experiment, Event.Type.TRIAL_PROGRESS, 0);
      may.release();
      inSecond.awaitEnd(experiment);
      first.experiments().delete(experiment.id());
      first.experiments().purge(experiment.id());
      inSecond.await(event -> event.type() == Event.Type.EXPERIMENT_PURGED);
    }
  }

  @Test
  void whatIsPurgedWhileNobodyListensIsToldLater() throws Exception {
    Experiment experiment = second.experiments().submit(Samples.spec("purged unheard", 1));
    second.experiments().cancel(experiment.id());
    second.experiments().delete(experiment.id());
    inFirst.await(event -> event.type() == Event.Type.EXPERIMENT_DELETED);
    inSecond.await(event -> event.type() == Event.Type.EXPERIMENT_DELETED);
    endConnections();
    assertThat(first.experiments().purge(experiment.id())).isTrue();
    for (Heard heard : List.of(inFirst, inSecond)) {
      heard.await(
          event ->
              event.type() == Event.Type.EXPERIMENT_PURGED
                  && event.experiment().equals(experiment.id()));
    }
  }

  @Test
  void theFirstAccountOfOneClosesTheOther() throws Exception {
    var told = new CountDownLatch(1);
    assertThat(second.people().none()).isTrue();
    second
        .people()
        .onChange(
            () -> {
              if (!second.people().none()) {
                told.countDown();
              }
            });
    String link = first.people().passwords().setUp().secret().text();
    first.people().passwords().byLink(link, "ada", "correct horse battery");
    StorageStory.await(told);
    assertThat(second.people().installation()).isEqualTo(first.people().installation());
  }

  @Test
  void manyThatStartAtOnceMakeOneRecord() throws Exception {
    database = server.fresh();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Storage>> opening = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = "at-once-" + i;
        opening.add(threads.submit(() -> open(name)));
      }
      for (Future<Storage> each : opening) {
        try (Storage storage = each.get()) {
          storage.checkWritable();
        }
      }
    }
  }

  @Test
  void aProcessThatFreezesInTheMiddleOfAChangeDoesNotHoldTheOthersForGood() throws Exception {
    ConnectPostgres connect = ConnectPostgres.to(database);
    try (Connection frozen = connect.getConnection();
        var statement = frozen.createStatement()) {
      statement.execute("SET idle_in_transaction_session_timeout = '300ms'"); // 10 s else
      frozen.setAutoCommit(false);
      try (Handle handle = Jdbi.create(frozen).open();
          PostgresDatabase opened = OpenPostgres.at(folder, database)) {
        opened.takeTurn(handle);
        Experiment made = first.experiments().submit(Samples.spec("waits its turn", 1));
        inSecond.await(event -> event.experiment().equals(made.id()));
        assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
      }
    }
    try (Connection fresh = connect.getConnection()) {
      assertThat(shown(fresh, "idle_in_transaction_session_timeout")).isEqualTo("10s");
    }
  }

  @Test
  void whatTakesLongMayWaitAndRest() throws Exception {
    ConnectPostgres connect = ConnectPostgres.to(database);
    try (Connection patient = connect.withoutHurry().getConnection();
        Connection usual = connect.getConnection()) {
      assertThat(shown(patient, "lock_timeout")).isEqualTo("0");
      assertThat(shown(patient, "idle_in_transaction_session_timeout")).isEqualTo("0");

      set(usual, "300ms");
      String rested =
          AtOneMoment.of(
              usual,
              snapshot -> {
                rest(); // as while a row goes to a slow disk
                return shown(snapshot, "idle_in_transaction_session_timeout");
              });
      assertThat(rested).isEqualTo("0");
      assertThat(shown(usual, "idle_in_transaction_session_timeout")).isEqualTo("300ms");
    }
  }

  private static void set(Connection connection, String longest) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET idle_in_transaction_session_timeout = '" + longest + "'");
    }
  }

  private static void rest() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Submits and cancels; what is refused may have been made or not. */
  private static void comeAndGo(Storage storage, int rounds) {
    for (int i = 0; i < rounds; i++) {
      try {
        Experiment made = storage.experiments().submit(Samples.spec("round " + i, 1));
        storage.experiments().cancel(made.id());
      } catch (StorageUnavailable away) {
        assertThat(away.restartHelps()).isFalse();
      }
    }
  }

  private static void endConnectionsUntil(AtomicBoolean done) {
    while (!done.get()) {
      endConnections();
      try {
        Thread.sleep(150);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void endConnections() {
    try (Connection other = server.connect("postgres");
        var statement = other.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'shiftscope'");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** After one more, both have heard what is in the table, and nothing else. */
  private void requireAllHeard() throws SQLException {
    Experiment last = first.experiments().submit(Samples.spec("last", 1));
    List<Long> kept = new ArrayList<>();
    try (Connection other = server.connect(database.url().replaceAll(".*/", ""));
        var statement = other.createStatement();
        var rows = statement.executeQuery("SELECT sequence FROM event ORDER BY sequence")) {
      while (rows.next()) {
        kept.add(rows.getLong(1));
      }
    }
    for (Heard heard : List.of(inFirst, inSecond)) {
      heard.await(event -> event.experiment().equals(last.id()));
      assertThat(heard.lasting()).extracting(Event::sequence).isEqualTo(kept);
    }
  }
}
