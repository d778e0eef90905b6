package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.TrialQueue.Lane;
import tools.jackson.databind.node.ObjectNode;

/** A real full disk: a file system of 128 MB, mounted where this user may mount one. */
@Timeout(120)
final class FullDiskTest {

  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", folder.toString());
    assumeTrue(mounted, "mounting a small file system needs root");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private Path fill() {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      return ballast;
    }
  }

  /** Fills the disk but for some megabytes. */
  private Path fillBut(int megabytes) throws IOException {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (KeepRoom.room(folder) > (long) megabytes << 20) {
        out.write(new byte[4096]);
      }
    }
    return ballast;
  }

  @Test
  void aFullDiskIsRefusedAtOpening() {
    fill();
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("is full: free some space on it.");
  }

  @Test
  void aDiskThatFillsUpWhileATrialRunsLosesNothing() throws Exception {
    var may = new CountDownLatch(1);
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      Experiments experiments = storage.experiments();
      Experiment before = experiments.submit(Samples.spec("before", 1));
      Experiment during = experiments.submit(Samples.spec("during", 1));
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> {
                if (spec.title().equals("during")) {
                  assertThat(uninterrupted(may)).isTrue();
                }
                return Samples.result(trial);
              });
      heard.awaitEnd(before);
      heard.awaitTrial(during, Event.Type.TRIAL_STARTED, 0);

      Path ballast = fill();
      may.countDown();
      int refused = submitUntilRefused(experiments);
      List<Experiment> acknowledged = List.of(before, during);
      Files.delete(ballast);

      heard.awaitEnd(during);
      assertThat(refused).isPositive();
      for (Experiment each : acknowledged) {
        assertThat(experiments.trials(each.id()).getFirst().result()).contains(Samples.result(0));
      }
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000))
          .filteredOn(each -> each.state() == ExperimentState.FINISHED)
          .extracting(each -> each.title())
          .contains("before", "during");
    }
  }

  @Test
  void aResultTooLargeForWhatIsLeftWaitsForRoomAndIsThenStored() throws Exception {
    double[] large = new Random(1).doubles(3_000_000).toArray(); // 24 MB that no packing makes less
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      Path ballast = fillBut(20);
      Experiment experiment = storage.experiments().submit(Samples.spec("large", 1));
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> {
                watch.reached(NamedPoint.SGD_END, large);
                return Samples.result(trial);
              });
      heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
      Thread.sleep(3_000); // the time in which it is tried and refused
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000)).hasSize(1);

      Files.delete(ballast);
      heard.awaitEnd(experiment);
      assertThat(storage.experiments().parameters(experiment.id(), 0, NamedPoint.SGD_END))
          .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(large));
    }
  }

  @Test
  void theQueueWaitsForRoomSaysSoAndGoesOnByItself() throws Exception {
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      Experiment experiment = storage.experiments().submit(Samples.spec("waits", 2));
      Path ballast = fillBut(18); // enough to write that a lane starts, not for eight results
      storage.queue().start(new Lane("cpu", 8), (spec, trial, watch) -> Samples.result(trial));
      while (storage.experiments().trouble().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(storage.experiments().trouble().orElseThrow())
          .startsWith("Trials wait for room on the disk: the next one starts once 2")
          .contains(
              "MB are free for results in the data folder, and 19 MB are. Free some space on it: they go on by themselves.");
      assertThat(storage.experiments().trials(experiment.id()))
          .allSatisfy(trial -> assertThat(trial.state()).isEqualTo(TrialState.QUEUED));

      Files.delete(ballast);
      heard.awaitEnd(experiment);
      assertThat(storage.experiments().trouble()).isEmpty();
      assertThat(storage.experiments().trials(experiment.id()))
          .allSatisfy(trial -> assertThat(trial.attempts()).isEqualTo(1));
    }
  }

  @Test
  void largeResultsNeedMoreRoom() {
    ObjectNode spec = WriteSpec.toJson(Samples.spec("small", 1));
    assertThat(AwaitRoom.needed(ReadSpec.from(spec), 1)).isBetween(17_000_000L, 19_000_000L);
    spec.withObject("/network").putArray("hidden").add(1500).add(1500);
    assertThat(AwaitRoom.needed(ReadSpec.from(spec), 2)).isGreaterThan(400_000_000L);
  }

  @Test
  void aDiskThatFillsUpInTheMiddleOfAWriteClosesTheDatabaseForNoLongerThanItIsFull()
      throws Exception {
    try (OpenedDatabase opened = OpenDatabase.in(folder, false);
        var database = new Database(opened, Clocks.of(Clock.systemUTC()))) {
      var reading = new AtomicBoolean(true);
      var reads = new AtomicInteger();
      Thread reader = Thread.ofPlatform().start(() -> readWhile(reading, database, reads));
      for (int round = 0; round < 5; round++) {
        int acknowledged = round;
        database.change(change -> insert(change, acknowledged, new byte[100]));
        assertThatThrownBy(() -> database.change(change -> fillAndInsert(change, acknowledged)))
            .isInstanceOf(StorageUnavailable.class)
            .hasMessageContaining("is full");
        Files.delete(folder.resolve("ballast"));
        assertThat(database.read(FullDiskTest::experiments)).isEqualTo(round + 1);
        int before = reads.get();
        while (reads.get() < before + 2) {
          Thread.onSpinWait();
        }
      }
      reading.set(false);
      reader.join();
    }
  }

  private static void readWhile(AtomicBoolean wanted, Database database, AtomicInteger reads) {
    while (wanted.get()) {
      try {
        database.read(FullDiskTest::experiments);
        reads.incrementAndGet();
      } catch (StorageUnavailable full) {
        Thread.onSpinWait();
      }
    }
  }

  private static int experiments(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM experiment").mapTo(Integer.class).one();
  }

  /** Another program fills the disk after it was looked at. */
  private boolean fillAndInsert(Change change, int round) {
    fill();
    byte[] large = new byte[30 << 20];
    new Random(round).nextBytes(large);
    return insert(change, 100 + round, large);
  }

  private static boolean insert(Change change, int number, byte[] text) {
    return change
            .handle()
            .createUpdate(
                "INSERT INTO experiment (id, kind, title, spec, state, submitted)"
                    + " VALUES (:id, '', '', :spec, 'queued', :now)")
            .bind("id", "e" + number)
            .bind("spec", new String(text, StandardCharsets.ISO_8859_1))
            .bind("now", change.now())
            .execute()
        == 1;
  }

  @Test
  void trialsThatCannotBeTakenUpOnAFullDiskRunOnceThereIsRoom() throws Exception {
    var fillsUp = new FillsUp();
    try (Storage storage = Storage.open(folder, fillsUp.withZone(ZoneOffset.UTC));
        var heard = new Heard(storage.experiments())) {
      Experiment experiment = storage.experiments().submit(Samples.spec("two", 2));
      storage.queue().start(new Lane("cpu", 2), (spec, trial, watch) -> Samples.result(trial));
      assertThat(uninterrupted(fillsUp.full)).isTrue();
      Thread.sleep(2_000); // the time in which both are refused
      assertThat(heard.lasting()).extracting(Event::type).doesNotContain(Event.Type.TRIAL_STARTED);

      Files.delete(folder.resolve("ballast"));
      heard.awaitEnd(experiment);
      assertThat(storage.experiments().trials(experiment.id()))
          .extracting(trial -> trial.result().orElseThrow())
          .containsExactly(Samples.result(0), Samples.result(1));
    }
  }

  /** Fills the disk when a trial's thread first asks for the time: just before it is taken up. */
  private final class FillsUp implements InstantSource {

    private final CountDownLatch full = new CountDownLatch(1);

    @Override
    public synchronized Instant instant() {
      if (full.getCount() > 0 && Thread.currentThread().getName().startsWith("trial-")) {
        fill();
        full.countDown();
      }
      return Instant.now();
    }
  }

  /** Returns how many were refused: 1. */
  private static int submitUntilRefused(Experiments experiments) {
    for (int i = 0; i < 10_000; i++) {
      try {
        experiments.submit(Samples.spec("more " + i, 500));
      } catch (StorageUnavailable full) {
        assertThat(full).hasMessageContaining("disk that holds the data folder");
        return 1;
      }
    }
    return 0;
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
