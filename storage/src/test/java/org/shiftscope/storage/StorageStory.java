package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/** A storage of its own for each test, and what stories about it are told with. */
@Timeout(120)
abstract class StorageStory {

  static final Lane ONE_SLOT = new Lane("cpu", 1);

  @TempDir Path folder;

  Storage storage;

  Experiments experiments;

  Heard heard;

  /** Opens the same storage again each time. */
  abstract Storage open(Path home);

  @BeforeEach
  void openFirst() {
    storage = open(folder);
    experiments = storage.experiments();
    heard = new Heard(experiments);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  void reopen() {
    storage.close();
    openFirst();
  }

  static TrialResult quick(ExperimentSpec spec, int trial, TrialWatch watch) {
    return Samples.result(trial);
  }

  static TrialResult untilCancelled(ExperimentSpec spec, int trial, TrialWatch watch) {
    while (!watch.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    throw new TrialCancelled();
  }

  Experiment now(Experiment experiment) {
    return experiments.find(experiment.id()).orElseThrow();
  }

  List<TrialState> states(Experiment experiment) {
    return experiments.trials(experiment.id()).stream().map(Trial::state).toList();
  }

  Trial trial(Experiment experiment, int number) {
    return experiments.trials(experiment.id()).get(number);
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static void fail(int trial) {
    switch (trial) {
      case 0 ->
          throw new IllegalStateException("The file train.idx is missing in /data: copy it there.");
      case 1 -> throw new OutOfMemoryError("Java heap space");
      case 2 -> throw new StackOverflowError();
      case 3 -> throw new TrialCancelled(); // though nobody asked for it
      default -> {}
    }
  }

  void serve(Lane... lanes) {
    storage.queue().serve(List.of(lanes), Samples.EXECUTION);
  }

  /** Starts a lane that does a trial's work by {@code work}. */
  TrialQueue.Running start(Lane lane, TrialWork work) {
    return storage.queue().start(lane, work);
  }

  static Clock clock() {
    return Clock.systemUTC();
  }
}
