package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * Two workers on one database of PostgreSQL, each with a storage and a data folder of its own, as
 * two boxes have.
 */
@Timeout(120)
final class TwoWorkersTest {

  private static final Lane ONE_SLOT = new Lane("cpu", 1);

  @TempDir Path folder;

  private final DatabaseAddress database = PostgresServer.shared().fresh();
  private final List<Storage> open = new ArrayList<>();

  private Storage open() {
    Path home = folder.resolve("box" + open.size());
    var storage = Storage.open(new RecordPlace(home, Optional.of(database)), StorageStory.clock());
    open.add(storage);
    return storage;
  }

  @AfterEach
  void close() {
    open.reversed().forEach(Storage::close);
  }

  private static void work(Storage storage, Lane lane, TrialWork work) {
    storage.queue().serve(List.of(lane), Samples.EXECUTION);
    storage.queue().start(lane, work);
  }

  private static Trial trial(Storage storage, Experiment experiment, int number) {
    return storage.experiments().trial(experiment.id(), number).orElseThrow();
  }

  @Test
  void eachTrialRunsOnceOnOneOfThemAndNamesIt() {
    Storage first = open();
    Storage second = open();
    var both = new CountDownLatch(2);
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    TrialWork work =
        (spec, trial, watch) -> {
          ran.add(trial);
          both.countDown();
          StorageStory.await(both); // so that neither runs them all
          return Samples.result(trial);
        };
    work(first, ONE_SLOT, work);
    work(second, ONE_SLOT, work);
    Experiment experiment = first.experiments().submit(Samples.spec("shared", 10));
    try (var heard = new Heard(second.experiments())) {
      awaitEnd(heard, second, experiment);
    }
    assertThat(ran).hasSize(10).doesNotHaveDuplicates();
    Set<String> workers =
        second.experiments().trials(experiment.id()).stream()
            .map(trial -> trial.summary().ranBy().orElseThrow().worker())
            .collect(Collectors.toSet());
    assertThat(workers).containsExactlyInAnyOrder(first.queue().worker(), second.queue().worker());
    assertThat(first.vitals().workers())
        .extracting(Worker::id)
        .containsExactlyInAnyOrderElementsOf(workers);
  }

  /** It may have ended before anybody listened. */
  private static void awaitEnd(Heard heard, Storage storage, Experiment experiment) {
    if (!storage.experiments().find(experiment.id()).orElseThrow().state().ended()) {
      heard.awaitEnd(experiment);
    }
  }

  @Test
  void aWorkerThatStartsLeavesTheTrialsOfLivingOnesAlone() {
    Storage first = open();
    var running = new CountDownLatch(1);
    work(
        first,
        ONE_SLOT,
        (spec, trial, watch) -> {
          running.countDown();
          return StorageStory.untilCancelled(spec, trial, watch);
        });
    Experiment experiment = first.experiments().submit(Samples.spec("left alone", 1));
    StorageStory.await(running);

    Storage second = open();
    work(second, ONE_SLOT, StorageStory::quick);
    Trial now = trial(second, experiment, 0);
    assertThat(now.state()).isEqualTo(TrialState.RUNNING);
    assertThat(now.attempts()).isOne();
  }

  @Test
  void whatADeadOneHeldIsTakenOverFromItsCheckpointAndItCannotOverwriteWhenItWakes() {
    Storage first = open();
    var running = new CountDownLatch(1);
    var takenOver = new CountDownLatch(1);
    var noticed = new CountDownLatch(1);
    work(
        first,
        ONE_SLOT,
        (spec, trial, watch) -> {
          KeepTexts.keep(watch, "first");
          running.countDown();
          StorageStory.await(takenOver); // frozen
          KeepTexts.keep(watch, "first, woken");
          while (!watch.cancelled()) {
            watch.progress("SGD", 0.5);
            LockSupport.parkNanos(10_000_000);
          }
          noticed.countDown();
          return Samples.result(1);
        });
    Experiment experiment = first.experiments().submit(Samples.spec("frozen", 1));
    StorageStory.await(running);
    PostgresServer.execute(database, "UPDATE trial SET worker = 'dead'");

    Storage second = open();
    List<String> found = new CopyOnWriteArrayList<>();
    try (var heard = new Heard(second.experiments())) {
      work(
          second,
          ONE_SLOT,
          (spec, trial, watch) -> {
            found.add(KeepTexts.newest(watch));
            takenOver.countDown();
            StorageStory.await(noticed);
            found.add(KeepTexts.newest(watch));
            return Samples.result(2);
          });
      awaitEnd(heard, second, experiment);
    }
    assertThat(found).containsExactly("first", "first");
    Trial ended = trial(first, experiment, 0);
    assertThat(ended.attempts()).isEqualTo(2);
    assertThat(ended.result()).contains(Samples.result(2));
    assertThat(ended.summary().ranBy().orElseThrow().worker()).isEqualTo(second.queue().worker());
  }

  @Test
  void cancellingReachesATrialOnAnotherBox() {
    Storage first = open();
    var running = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    work(
        first,
        ONE_SLOT,
        (spec, trial, watch) -> {
          running.countDown();
          try {
            return StorageStory.untilCancelled(spec, trial, watch);
          } finally {
            stopped.countDown();
          }
        });
    Storage second = open();
    Experiment experiment = second.experiments().submit(Samples.spec("cancelled", 1));
    StorageStory.await(running);
    assertThat(second.experiments().cancel(experiment.id())).isTrue();
    StorageStory.await(stopped);
    assertThat(trial(first, experiment, 0).state()).isEqualTo(TrialState.CANCELLED);
  }

  @Test
  void whatWaitsInALaneThatNobodyServesAnyMoreIsMoved() {
    Storage first = open();
    first.queue().serve(List.of(new Lane("gpu0", 1)), Samples.EXECUTION);
    Storage second = open();
    Experiment experiment = second.experiments().submit(Samples.spec("stray", 4));
    first.close();
    open.remove(first);
    assertThat(second.vitals().workers()).isEmpty();
    PostgresServer.execute(
        database, "UPDATE worker SET heartbeat = heartbeat - INTERVAL '2 minutes'");
    try (var heard = new Heard(second.experiments())) {
      work(second, ONE_SLOT, StorageStory::quick);
      awaitEnd(heard, second, experiment);
    }
    assertThat(second.experiments().trials(experiment.id()))
        .extracting(Trial::state)
        .containsOnly(TrialState.FINISHED);
  }

  @Test
  void aLaneThatIsStartedAgainAtOnceKeepsItsTrials() {
    Storage first = open();
    first.queue().serve(List.of(new Lane("gpu0", 1)), Samples.EXECUTION);
    Storage second = open();
    second.queue().serve(List.of(ONE_SLOT), Samples.EXECUTION);
    Experiment experiment = second.experiments().submit(Samples.spec("in turn", 4));
    first.close();
    open.remove(first);

    List<Integer> onCard = Collections.synchronizedList(new ArrayList<>());
    Storage again = open();
    try (var heard = new Heard(second.experiments())) {
      work(
          again,
          new Lane("gpu0", 1),
          (spec, trial, watch) -> {
            onCard.add(trial);
            return Samples.result(trial);
          });
      second.queue().start(ONE_SLOT, StorageStory::quick);
      awaitEnd(heard, second, experiment);
    }
    assertThat(onCard).containsExactly(1, 3);
  }
}
