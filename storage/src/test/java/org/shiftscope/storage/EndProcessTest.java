package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.fault.EndProcess;

/** Processes that cannot go on, and what the next one finds. */
@Timeout(120)
final class EndProcessTest {

  @TempDir Path folder;

  @Test
  void aProcessOfWhichAPartFailsForGoodEndsAndTheNextOneGoesOnWithItsTrial() throws Exception {
    try (var damaged = ChildJvm.start(Worker.class, folder)) {
      assertThat(damaged.rest()).contains("failed first").doesNotContain("failed second");
      assertThat(damaged.exit()).isEqualTo(EndProcess.STATUS);
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      storage
          .queue()
          .start(new Lane("cpu", 1, AttemptRules.ONCE), (spec, n, w) -> Samples.result(n));
      ExperimentSummary second =
          storage.experiments().list(Search.ALL, Optional.empty(), 1).getFirst();
      assertThat(second.title()).isEqualTo("second");
      heard.awaitEnd(storage.experiments().find(second.id()).orElseThrow());
      assertThat(storage.experiments().trials(second.id()).getFirst().state())
          .isEqualTo(TrialState.FINISHED);
    }
  }

  @Test
  void aProcessWhoseDatabaseStaysLockedEndsAndTheNextOneHasAllThatWasStored() throws Exception {
    try (var cutOff = ChildJvm.start(CutOff.class, folder)) {
      assertThat(cutOff.rest())
          .contains(
              "The database is being opened anew after a write that failed, or after memory ran"
                  + " out, and its file is still locked: try again in a moment.");
      assertThat(cutOff.exit()).isEqualTo(EndProcess.STATUS);
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 10))
          .extracting(ExperimentSummary::title)
          .containsExactly("kept");
    }
  }

  /** Of which a class cannot be used any more, since memory ran out when it was to be. */
  static final class Worker {

    private Worker() {}

    private static final class Wants {

      private static final byte[][] ALL = new byte[Integer.MAX_VALUE - 8][];
    }

    public static void main(String[] arguments) {
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC());
          var heard = new Heard(storage.experiments())) {
        storage
            .queue()
            .start(
                new Lane("cpu", 1, AttemptRules.ONCE),
                (spec, trial, watch) -> Samples.result(trial + Wants.ALL.length));
        for (String title : new String[] {"first", "second"}) {
          Experiment experiment = storage.experiments().submit(Samples.spec(title, 1));
          heard.awaitEnd(experiment);
          ExperimentId id = experiment.id();
          System.out.println(
              storage.experiments().trials(id).getFirst().state().id() + " " + title);
        }
      }
    }
  }

  /** Of which H2 closed the database, but not its file. */
  static final class CutOff {

    private CutOff() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
        Experiment unused = storage.experiments().submit(Samples.spec("kept", 1));
      }
      try (H2Database opened = OpenDatabase.in(folder, false);
          var database = new Database(opened, Clocks.of(Clock.systemUTC()));
          FileChannel file = FileChannel.open(opened.held().file(), StandardOpenOption.WRITE)) {
        lock(opened, file);
        String told = "";
        while (true) {
          told = refusal(database, told);
          LockSupport.parkNanos(100_000_000);
        }
      }
    }

    private static void lock(H2Database opened, FileChannel file) throws Exception {
      while (true) {
        try (Connection connection = opened.held().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException closed) { // as it should be
        }
        try {
          file.lock();
          return;
        } catch (OverlappingFileLockException open) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }

    /** Says what it is refused with, once. */
    private static String refusal(Database database, String told) {
      try {
        Integer unused = database.read(handle -> handle.execute("SELECT 1"));
        return told;
      } catch (StorageUnavailable refused) {
        if (!refused.sentence().equals(told)) {
          System.out.println(refused.sentence());
        }
        return refused.sentence();
      }
    }
  }
}
