package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * {@code make load}: how many trials that do nothing the queue brings through in a second, by
 * workers in processes of their own on one PostgreSQL.
 */
@EnabledIfSystemProperty(named = "load", matches = "|true")
final class ThroughputTest {

  private static final int TRIALS = 1_000;
  private static final int SLOTS = 2;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  @Timeout(300)
  void aThousandTrialsThatDoNothing(int workers) throws InterruptedException {
    DatabaseAddress database = PostgresServer.shared().fresh();
    List<ChildJvm> children = new ArrayList<>();
    try (Storage storage =
            Storage.open(new RecordPlace(folder, Optional.of(database)), StorageStory.clock());
        var heard = new Heard(storage.experiments())) {
      for (int i = 0; i < workers; i++) {
        var child =
            ChildJvm.start(
                Idle.class, folder.resolve("worker" + i), database.url(), database.user().get());
        assertThat(child.line()).isEqualTo("runs");
        children.add(child);
      }
      heard.awaitEnd(storage.experiments().submit(Samples.spec("warm", 100)));
      long start = System.nanoTime();
      var ended = new CountDownLatch(1);
      Experiment experiment;
      try (var listening = storage.experiments().subscribe(event -> tellEnd(event, ended))) {
        experiment = storage.experiments().submit(Samples.spec("idle", TRIALS));
        ended.await();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "| %d | %.1f s | %.0f |%n", workers, seconds, TRIALS / seconds);
      assertThat(storage.experiments().trials(experiment.id()))
          .extracting(Trial::attempts)
          .containsOnly(1);
    } finally {
      for (ChildJvm child : children) {
        child.close();
      }
    }
  }

  private static void tellEnd(Event event, CountDownLatch ended) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
      ended.countDown();
    }
  }

  /** A worker whose trials do nothing. */
  static final class Idle {

    private Idle() {}

    /**
     * @param arguments the data folder, the database's address and its role
     */
    public static void main(String[] arguments) throws Exception {
      var database = new DatabaseAddress(arguments[1], Optional.of(arguments[2]), Optional.empty());
      try (Storage storage =
          Storage.openForWork(
              new RecordPlace(Path.of(arguments[0]), Optional.of(database)),
              StorageStory.clock())) {
        storage.queue().serve(List.of(new Lane("cpu", SLOTS)), Samples.EXECUTION);
        storage.queue().start(new Lane("cpu", SLOTS), StorageStory::quick);
        System.out.println("runs");
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
