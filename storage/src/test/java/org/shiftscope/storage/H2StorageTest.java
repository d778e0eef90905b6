package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The contract on H2. */
final class H2StorageTest extends StorageContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }

  @Test
  void aTrialWhoseWorkerNoLongerAnswersRunsAgainInItsOldPlace() throws Exception {
    var may = new Semaphore(0);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          may.acquireUninterruptibly();
          order.add(trial);
          return Samples.result(trial);
        });
    Experiment experiment = experiments.submit(Samples.spec("dead worker", 9));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);

    // as a worker on another box would have left it
    execute(
        "UPDATE scheduled_tasks_cpu SET picked = TRUE, picked_by = 'gone', version = version + 1,"
            + " last_heartbeat = DATEADD(MINUTE, -1, CURRENT_TIMESTAMP)"
            + " WHERE task_instance = '"
            + experiment.id()
            + ".1.1'");
    execute("UPDATE trial SET state = 'running', attempts = 1 WHERE number = 1");

    heard.awaitTrial(experiment, Event.Type.TRIAL_REQUEUED, 1);
    may.release(9);
    heard.awaitEnd(experiment);
    // A few others may be in memory by then; all the rest come after it.
    assertThat(order.subList(0, 4)).contains(1);
    assertThat(experiments.trials(experiment.id())).extracting(Trial::attempts).startsWith(1, 2, 1);
  }

  @Test
  void aTrialWhoseSpecCannotBeReadFailsWithASentenceAndTheOthersGoOn() throws Exception {
    Experiment unreadable = experiments.submit(Samples.spec("unreadable", 2));
    execute("UPDATE experiment SET spec = '{\"kind\":' WHERE title = 'unreadable'");
    Experiment other = experiments.submit(Samples.spec("other", 1));
    start(ONE_SLOT, (spec, trial, watch) -> Samples.result(trial));
    heard.awaitEnd(other);
    heard.awaitEnd(unreadable);
    assertThat(heard.lasting())
        .filteredOn(event -> event.experiment().equals(unreadable.id()))
        .filteredOn(event -> event.type() == Event.Type.TRIAL_ENDED)
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event.message())
                    .contains("The trial cannot run without its spec: submit it again"));
  }

  @Test
  void withTheClockSetBackAnHourProgressIsToldAndCheckpointsAreKept() {
    var nanos = new AtomicLong();
    Instant day = Instant.parse("2026-01-01T12:00:00Z");
    var behind = new AtomicLong();
    InstantSource setBack = () -> day.minusSeconds(behind.get());
    try (Storage other =
            Storage.open(
                folder.resolve("clock"), new Clocks(setBack.withZone(ZoneOffset.UTC), nanos::get));
        var news = new Heard(other.experiments())) {
      Experiment experiment = other.experiments().submit(Samples.spec("clock", 1));
      List<Boolean> due = new ArrayList<>();
      other
          .queue()
          .start(
              ONE_SLOT,
              (spec, trial, watch) -> {
                watch.progress("work", 0.1);
                due.add(watch.checkpoints().due());
                behind.set(3_600);
                nanos.addAndGet(3_000_000_000L);
                watch.progress("work", 0.2);
                due.add(watch.checkpoints().due());
                return Samples.result(trial);
              });
      news.awaitEnd(experiment);
      assertThat(due).containsExactly(false, true);
      assertThat(news.all())
          .filteredOn(event -> event.type() == Event.Type.TRIAL_PROGRESS)
          .extracting(Event::at)
          .containsExactly(day, day.minusSeconds(3_600));
    }
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("data").resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
