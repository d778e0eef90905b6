package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * The time left after a cancel and a retry, through the real database and the real checkpoint. The
 * trials walk a hundred steps, each a second of a clock that they move themselves.
 */
@Timeout(60)
final class RestoredWorkTest {

  private static final int STEPS = 100;

  /** To stop after the first step of an attempt. */
  private static final int FIRST = -1;

  private static final int SECOND = 1_000_000_000;

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private final Semaphore reached = new Semaphore(0);
  private final Semaphore goOn = new Semaphore(0);
  private volatile int stopAt;

  @Test
  void afterACancelAndARetryWhatTheCheckpointHeldIsInNoRate() throws Exception {
    try (Storage storage =
            Storage.open(
                folder,
                new Clocks(new ToldClock(() -> Instant.EPOCH.plusNanos(nanos.get())), nanos::get));
        var heard = new Heard(storage.experiments())) {
      Experiments experiments = storage.experiments();
      stopAt = 60;
      TrialQueue.Running lane = storage.queue().start(new Lane("cpu", 1), this::walk);
      ExperimentId id = experiments.submit(Samples.spec("walk", 2)).id();
      reached.acquire();
      assertThat(left(experiments, id)).describedAs("40 s, and 100, to a tenth").contains(135L);

      experiments.cancel(id);
      goOn.release();
      lane.close();
      nanos.addAndGet(3_600L * SECOND);
      stopAt = FIRST;
      assertThat(experiments.retry(id)).isTrue();
      storage.queue().start(new Lane("cpu", 1), this::walk);
      reached.acquire();
      assertThat(experiments.summary(id).orElseThrow().progress().fraction())
          .describedAs("it goes on from its checkpoint, two seconds before or less")
          .isBetween(0.285, 0.305);
      assertThat(left(experiments, id))
          .describedAs("a hundredth of a trial tells nothing, and what was restored neither")
          .isEmpty();

      stopAt = 80;
      goOn.release();
      reached.acquire();
      assertThat(left(experiments, id)).describedAs("20 s, and 100").contains(120L);

      stopAt = 10;
      goOn.release();
      reached.acquire();
      assertThat(left(experiments, id))
          .describedAs("in the second trial: the first took 40 s for four tenths")
          .contains(90L);
      stopAt = STEPS;
      goOn.release();
      heard.await(
          event -> event.type() == Event.Type.TRIAL_ENDED && event.trial().equals(Optional.of(1)));
    }
  }

  private static Optional<Long> left(Experiments experiments, ExperimentId id) {
    return experiments.summary(id).orElseThrow().progress().timeLeft().map(Duration::toSeconds);
  }

  private TrialResult walk(ExperimentSpec spec, int trial, TrialWatch watch) {
    var context =
        new TrialContext(
            trial,
            watch,
            new Execution("cpu", 1, "test"),
            dataset -> {
              throw new IllegalStateException("nobody asks for samples");
            });
    try (var stages = context.stages(spec, List.of(new StageCost("walk", STEPS)))) {
      stages.run("walk", At.class, At.class, this::walk);
    }
    return Samples.result(trial);
  }

  private At walk(StageRun<At> run) {
    int begin = run.from().map(At::step).orElse(0);
    for (int step = begin; step < STEPS; step++) {
      run.progress().accept((double) step / STEPS);
      if (stopAt == FIRST ? step == begin + 1 : step == stopAt && step > begin) {
        reached.release();
        goOn.acquireUninterruptibly();
      }
      var at = new At(step);
      run.offer().accept(() -> at);
      nanos.addAndGet(SECOND);
    }
    return new At(STEPS);
  }

  private record At(int step) {}
}
