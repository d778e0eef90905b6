package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/** A worker that comes too late, or hears too late, on a database of PostgreSQL. */
@Timeout(120)
final class LateWorkersTest {

  private static final Lane ONE_SLOT = new Lane("cpu", 1);

  @TempDir Path folder;

  private final DatabaseAddress database = PostgresServer.shared().fresh();
  private Storage worker;
  private Storage server;
  private Heard heard;

  @BeforeEach
  void open() {
    worker = open("worker");
    server = open("server");
    heard = new Heard(server.experiments());
  }

  private Storage open(String name) {
    var place = new RecordPlace(folder.resolve(name), Optional.of(database));
    return Storage.open(place, StorageStory.clock());
  }

  @AfterEach
  void close() {
    worker.close();
    server.close();
  }

  private void work(TrialWork work) {
    worker.queue().serve(List.of(ONE_SLOT), Samples.EXECUTION);
    worker.queue().start(ONE_SLOT, work);
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection(database.url(), database.user().orElseThrow(), "");
  }

  private int count(String sql) throws Exception {
    try (Connection other = connect();
        var statement = other.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void oneThatWakesAfterItsExperimentWasPurgedLeavesNothingOfIt() throws Exception {
    var running = new CountDownLatch(1);
    var purged = new CountDownLatch(1);
    work(
        (spec, trial, watch) -> {
          running.countDown();
          StorageStory.await(purged); // frozen
          KeepTexts.keep(watch, "late");
          return Samples.result(trial);
        });
    Experiment gone = server.experiments().submit(Samples.spec("purged", 1));
    StorageStory.await(running);
    server.experiments().cancel(gone.id());
    server.experiments().delete(gone.id());
    assertThat(server.experiments().purge(gone.id())).isTrue();
    purged.countDown();
    heard.awaitEnd(server.experiments().submit(Samples.spec("next", 1))); // it works on

    assertThat(server.experiments().find(gone.id())).isEmpty();
    for (String table :
        new String[] {"result", "checkpoint", "checkpoint_part", "trial", "event"}) {
      assertThat(count("SELECT COUNT(*) FROM " + table + " WHERE experiment = '" + gone.id() + "'"))
          .describedAs(table)
          .isZero();
    }
  }

  @Test
  void newsOfAnEarlierAttemptStopsNoLaterOne() throws Exception {
    var running = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    work(
        (spec, trial, watch) -> {
          running.countDown();
          StorageStory.await(told);
          assertThat(watch.cancelled()).isFalse();
          return Samples.result(trial);
        });
    try (var there = new Heard(worker.experiments())) {
      Experiment experiment = server.experiments().submit(Samples.spec("late news", 1));
      StorageStory.await(running);
      tellAll(
          new Event(
              0,
              experiment.id(),
              Event.Type.TRIAL_REQUEUED,
              Optional.of(0),
              Instant.now(),
              "Late."));
      there.await(event -> event.message().equals("Late."));
      told.countDown();
      heard.awaitEnd(experiment);
      Trial ended = server.experiments().trial(experiment.id(), 0).orElseThrow();
      assertThat(ended.state()).isEqualTo(TrialState.FINISHED);
      assertThat(ended.attempts()).isOne();
    }
  }

  private void tellAll(Event event) {
    PostgresServer.execute(
        database,
        "SELECT pg_notify('shiftscope_' || CAST(CAST(CAST(current_schema() AS regnamespace) AS oid)"
            + " AS VARCHAR), ?)",
        NoticeText.of(event));
  }

  @Test
  void anAttemptThatHangsInItsTakingUpWhenItsLaneClosesIsNoDeathAndRunsAtTheNextStart()
      throws Exception {
    var begun = new CountDownLatch(1);
    var may = new CountDownLatch(1);
    work(
        (spec, trial, watch) -> {
          begun.countDown();
          StorageStory.await(may);
          return Samples.result(trial);
        });
    Experiment before = server.experiments().submit(Samples.spec("before", 1));
    StorageStory.await(begun);
    Experiment hanging = server.experiments().submit(Samples.spec("hangs", 1));
    try (Connection other = connect();
        var statement = other.createStatement();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      other.setAutoCommit(false);
      statement.execute("SELECT id FROM experiment WHERE id = '" + hanging.id() + "' FOR UPDATE");
      may.countDown();
      heard.awaitEnd(before); // the next is taken up, and waits for the row
      Future<?> closing = thread.submit(worker::close);
      Thread.sleep(1_000); // so long it hangs: the time is what is tried
      other.rollback();
      closing.get();
    }
    assertThat(count("SELECT COUNT(*) FROM trial WHERE state = 'running'")).isZero();

    worker = open("worker");
    work((spec, trial, watch) -> Samples.result(trial));
    heard.awaitEnd(hanging);
    assertThat(count("SELECT SUM(deaths) FROM trial")).isZero();
  }
}
