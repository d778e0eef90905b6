package org.shiftscope.storage;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/** What both doors promise, on whatever database: each database runs these tests by a subclass. */
@Timeout(120)
abstract class StorageContract {

  private static final Lane ONE_SLOT = new Lane("cpu", 1);

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

  private static TrialResult quick(ExperimentSpec spec, int trial, TrialWatch watch) {
    return Samples.result(trial);
  }

  private static TrialResult untilCancelled(ExperimentSpec spec, int trial, TrialWatch watch) {
    while (!watch.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    throw new TrialCancelled();
  }

  private Experiment now(Experiment experiment) {
    return experiments.find(experiment.id()).orElseThrow();
  }

  private List<TrialState> states(Experiment experiment) {
    return experiments.trials(experiment.id()).stream().map(Trial::state).toList();
  }

  private Trial trial(Experiment experiment, int number) {
    return experiments.trials(experiment.id()).get(number);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void whatIsSubmittedWaitsAndIsKept() {
    ExperimentSpec spec = Samples.spec("first", List.of(0.003, 0.03), 3);
    Experiment first = experiments.submit(spec);
    Experiment second = experiments.submit(Samples.spec("second", 1));

    reopen();

    assertThat(experiments.list(ExperimentQuery.ALL, Optional.empty(), 1_000))
        .containsExactly(second.summary(), first.summary());
    assertThat(first.spec()).contains(spec);
    assertThat(first.state()).isEqualTo(ExperimentState.QUEUED);
    assertThat(first.progress()).isEqualTo(new Experiment.Progress(6, 0, 0, Optional.empty()));
    assertThat(states(first)).hasSize(6).containsOnly(TrialState.QUEUED);
    assertThat(experiments.events(first.id(), 0))
        .extracting(Event::type, Event::message)
        .containsExactly(tuple(Event.Type.EXPERIMENT_SUBMITTED, "Submitted, with 6 trials."));
  }

  @Test
  void resultsComeBackBitForBit() {
    Experiment experiment = experiments.submit(Samples.spec("bits", 3));
    storage.queue().start(ONE_SLOT, StorageContract::quick);
    heard.awaitEnd(experiment);

    reopen();

    assertThat(experiments.trials(experiment.id()))
        .extracting(trial -> trial.result().orElseThrow())
        .containsExactly(Samples.result(0), Samples.result(1), Samples.result(2));
  }

  @Test
  void anExperimentGoesFromQueuedThroughRunningToFinishedAndTellsOfIt() {
    var may = new Semaphore(0);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              may.acquireUninterruptibly();
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("story", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.RUNNING);
    assertThat(now(experiment).started()).isPresent();
    assertThat(states(experiment)).containsExactly(TrialState.RUNNING, TrialState.QUEUED);

    may.release(2);
    heard.awaitEnd(experiment);

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(now(experiment).ended()).isPresent();
    assertThat(now(experiment).progress())
        .isEqualTo(new Experiment.Progress(2, 2, 1, Optional.empty()));
    assertThat(heard.lasting())
        .extracting(Event::type)
        .containsExactly(
            Event.Type.EXPERIMENT_SUBMITTED,
            Event.Type.EXPERIMENT_STARTED,
            Event.Type.TRIAL_STARTED,
            Event.Type.TRIAL_ENDED,
            Event.Type.TRIAL_STARTED,
            Event.Type.TRIAL_ENDED,
            Event.Type.EXPERIMENT_ENDED);
    assertThat(experiments.events(experiment.id(), 0)).isEqualTo(heard.lasting());
    long third = heard.lasting().get(2).sequence();
    assertThat(experiments.events(experiment.id(), third)).isEqualTo(heard.lasting().subList(3, 7));
  }

  @Test
  void trialsRunInTheOrderOfSubmissionThenOfTheirNumbers() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Experiment first = experiments.submit(Samples.spec("a", 12));
    Experiment second = experiments.submit(Samples.spec("b", 2));
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              order.add(spec.title() + trial);
              return Samples.result(trial);
            });
    heard.awaitEnd(first);
    heard.awaitEnd(second);

    assertThat(order)
        .containsExactly(
            "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "b0", "b1");
  }

  @Test
  void aLaneRunsAsManyTrialsAtOnceAsItHasSlots() {
    var together = new CyclicBarrier(2);
    storage
        .queue()
        .start(
            new Lane("cpu", 2),
            (spec, trial, watch) -> {
              try {
                together.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("The trial ran alone.", alone);
              }
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("pairs", 6));
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
  }

  @Test
  void aLaneLeavesTheTrialsOfAnother() {
    var elsewhere = new AtomicInteger();
    storage
        .queue()
        .start(
            new Lane("cuda", 1),
            (spec, trial, watch) -> {
              elsewhere.incrementAndGet();
              return Samples.result(trial);
            });
    storage.queue().start(new Lane("cpu", 2), StorageContract::quick);
    Experiment experiment = experiments.submit(Samples.spec("cpu only", 20));
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void trialsTakeTheLanesOfTheServerInTurn() {
    var first = new ArrayList<Integer>();
    var second = new ArrayList<Integer>();
    serve(new Lane("gpu0", 1), new Lane("gpu1", 1));
    storage.queue().start(new Lane("gpu0", 1), (spec, trial, watch) -> noted(trial, first));
    storage.queue().start(new Lane("gpu1", 1), (spec, trial, watch) -> noted(trial, second));
    Experiment experiment = experiments.submit(Samples.spec("two cards", 6));
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
    assertThat(first).containsExactly(0, 2, 4);
    assertThat(second).containsExactly(1, 3, 5);
  }

  @Test
  void trialsOfALaneThatIsGoneStartAnewInOneThatIsThere() {
    var found = new ArrayList<String>();
    serve(new Lane("gpu0", 1));
    storage
        .queue()
        .start(new Lane("gpu0", 1), (spec, trial, watch) -> keepTwo(watch, found, "card"));
    Experiment experiment = experiments.submit(Samples.spec("the card was taken out", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close(); // in the middle of its first trial

    openFirst();
    serve(ONE_SLOT);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              found.add(newest(watch));
              return Samples.result(trial);
            });
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
    assertThat(found).containsExactly("none", "none", "none");
  }

  @Test
  void aRetriedTrialTakesALaneThatIsThere() {
    serve(new Lane("gpu0", 1));
    storage
        .queue()
        .start(
            new Lane("gpu0", 1),
            (spec, trial, watch) -> {
              fail(trial);
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("failed on a card", 2));
    heard.awaitEnd(experiment);
    storage.close();

    openFirst();
    serve(ONE_SLOT);
    storage.queue().start(ONE_SLOT, StorageContract::quick);
    experiments.retry(experiment.id());
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
  }

  private void serve(Lane... lanes) {
    storage.queue().serve(List.of(lanes));
  }

  private static TrialResult noted(int trial, List<Integer> ran) {
    ran.add(trial);
    return Samples.result(trial);
  }

  @Test
  void aDeviceHasOneLaneAtATime() throws Exception {
    try (var first = storage.queue().start(ONE_SLOT, StorageContract::quick)) {
      assertThatThrownBy(() -> storage.queue().start(ONE_SLOT, StorageContract::quick))
          .hasMessageContaining("cpu is at work already");
    }
    storage.queue().start(ONE_SLOT, StorageContract::quick);
    heard.awaitEnd(experiments.submit(Samples.spec("second lane", 1)));
  }

  @Test
  void whateverATrialThrowsFailsItAloneAndARetryRunsItAgain() {
    var broken = new AtomicInteger(1);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              if (broken.get() == 1) {
                fail(trial);
              }
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("failures", 5));
    heard.awaitEnd(experiment);

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FAILED);
    assertThat(states(experiment))
        .containsExactly(
            TrialState.FAILED,
            TrialState.FAILED,
            TrialState.FAILED,
            TrialState.FAILED,
            TrialState.FINISHED);
    assertThat(experiments.trials(experiment.id()).stream().map(Trial::failure).collect(toList()))
        .containsExactly(
            Optional.of("The file train.idx is missing in /data: copy it there."),
            Optional.of(
                "Memory ran out (Java heap space): give the server more memory or fewer slots,"
                    + " then retry."),
            Optional.of(
                "The trial stopped with StackOverflowError. The server's log has the details."),
            Optional.of("The trial was cancelled."),
            Optional.empty());

    broken.set(0);
    heard.forget();
    assertThat(experiments.retry(experiment.id())).isTrue();
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(experiments.trials(experiment.id()))
        .extracting(Trial::attempts)
        .containsExactly(2, 2, 2, 2, 1);
    assertThat(experiments.trials(experiment.id())).allMatch(trial -> trial.failure().isEmpty());
  }

  private static void fail(int trial) {
    switch (trial) {
      case 0 ->
          throw new IllegalStateException("The file train.idx is missing in /data: copy it there.");
      case 1 -> throw new OutOfMemoryError("Java heap space");
      case 2 -> throw new StackOverflowError();
      case 3 -> throw new TrialCancelled(); // though nobody asked for it
      default -> {}
    }
  }

  @SuppressWarnings("NullAway") // wrong on purpose
  private static TrialResult withoutSentence() {
    return new Diverged(null, 1, new Execution("cpu", 1, "test"));
  }

  @Test
  void aResultThatTheDatabaseRefusesFailsItsTrialAndFreesTheSlot() {
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> trial == 0 ? withoutSentence() : Samples.result(trial));
    Experiment experiment = experiments.submit(Samples.spec("refused", 2));
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsExactly(TrialState.FAILED, TrialState.FINISHED);
    assertThat(trial(experiment, 0).failure().orElseThrow())
        .startsWith("The trial stopped with IllegalStateException: The database refuses a value");
  }

  @Test
  void cancelStopsRunningTrialsAtOnceAndQueuedOnesNeverStart() throws Exception {
    var stopped = new CountDownLatch(1);
    var taken = new AtomicInteger();
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              taken.incrementAndGet();
              if (trial == 0) {
                return Samples.result(0);
              }
              try {
                return untilCancelled(spec, trial, watch);
              } finally {
                stopped.countDown();
              }
            });
    Experiment experiment = experiments.submit(Samples.spec("cancel", 4));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 1);

    assertThat(experiments.cancel(experiment.id())).isTrue();
    assertThat(stopped.await(2, TimeUnit.SECONDS)).isTrue();

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.CANCELLED);
    assertThat(states(experiment))
        .containsExactly(
            TrialState.FINISHED, TrialState.CANCELLED, TrialState.CANCELLED, TrialState.CANCELLED);
    assertThat(trial(experiment, 0).result()).contains(Samples.result(0));
    assertThat(experiments.cancel(experiment.id())).isFalse();
    // one that comes later runs, the cancelled ones do not
    Experiment later = experiments.submit(Samples.spec("later", 1));
    heard.awaitEnd(later);
    assertThat(taken).hasValue(3);
  }

  @Test
  void retryUndoesCancelAndKeepsTheResultsSoFar() {
    var calm = new AtomicInteger();
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) ->
                trial == 0 || calm.get() == 1
                    ? Samples.result(trial)
                    : untilCancelled(spec, trial, watch));
    Experiment experiment = experiments.submit(Samples.spec("undo", 3));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 1);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    heard.forget();

    calm.set(1);
    assertThat(experiments.retry(experiment.id())).isTrue();
    heard.awaitEnd(experiment);

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(experiments.trials(experiment.id()))
        .extracting(Trial::attempts)
        .containsExactly(1, 2, 1);
    assertThat(heard.lasting())
        .extracting(Event::type)
        .startsWith(Event.Type.EXPERIMENT_RETRIED, Event.Type.TRIAL_STARTED)
        .doesNotContain(Event.Type.EXPERIMENT_STARTED);
  }

  @Test
  void cancelledBeforeItStartedARetriedExperimentIsQueuedAgain() {
    Experiment experiment = experiments.submit(Samples.spec("never started", 2));
    assertThat(experiments.cancel(experiment.id())).isTrue();
    assertThat(experiments.retry(experiment.id())).isTrue();
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.QUEUED);
    assertThat(now(experiment).ended()).isEmpty();
    storage.queue().start(ONE_SLOT, StorageContract::quick);
    heard.await(event -> event.message().startsWith("Finished"));
  }

  @Test
  void anAttemptThatWasGivenUpStoresNothing() {
    var frozen = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    var attempts = new AtomicInteger();
    storage
        .queue()
        .start(
            new Lane("cpu", 2),
            (spec, trial, watch) -> {
              if (attempts.incrementAndGet() > 1) {
                return Samples.result(2);
              }
              await(frozen);
              try {
                return Samples.result(1);
              } finally {
                woken.countDown();
              }
            });
    Experiment experiment = experiments.submit(Samples.spec("frozen", 1));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    heard.forget();
    experiments.retry(experiment.id());
    heard.awaitEnd(experiment);
    frozen.countDown();
    await(woken);
    storage.close(); // waits for the worker that woke
    openFirst();

    assertThat(trial(experiment, 0).result()).contains(Samples.result(2));
    assertThat(trial(experiment, 0).attempts()).isEqualTo(2);
  }

  @Test
  void aClosedLaneLeavesItsTrialsToTheNextStart() {
    var running = storage.queue().start(ONE_SLOT, StorageContract::untilCancelled);
    Experiment experiment = experiments.submit(Samples.spec("stop and go", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    running.close();

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.RUNNING);
    assertThat(states(experiment)).containsOnly(TrialState.QUEUED);

    reopen();
    storage.queue().start(ONE_SLOT, StorageContract::quick);
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(experiments.trials(experiment.id()))
        .extracting(Trial::attempts)
        .containsExactly(2, 1);
  }

  @Test
  void theNextAttemptGoesOnFromTheNewestCheckpoint() {
    var found = new ArrayList<String>();
    storage.queue().start(ONE_SLOT, (spec, trial, watch) -> keepTwo(watch, found, "first"));
    Experiment experiment = experiments.submit(Samples.spec("checkpoints", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close(); // in the middle of its first trial

    openFirst();
    storage.queue().start(ONE_SLOT, (spec, trial, watch) -> keepTwo(watch, found, "second"));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close();

    openFirst();
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              found.add(newest(watch));
              return Samples.result(trial);
            });
    heard.awaitEnd(experiment);
    assertThat(found)
        .containsExactly("none", "first, again", "second, again", "none"); // the last is trial 1
    assertThat(checkpoints()).isEmpty();
  }

  private static TrialResult keepTwo(TrialWatch watch, List<String> found, String name) {
    found.add(newest(watch));
    keep(watch, name);
    keep(watch, name + ", again");
    while (!watch.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    throw new TrialCancelled();
  }

  private static void keep(TrialWatch watch, String text) {
    watch.checkpoints().keep(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String newest(TrialWatch watch) {
    try (InputStream in = watch.checkpoints().newest().orElse(InputStream.nullInputStream())) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.isEmpty() ? "none" : text;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<Path> checkpoints() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.startsWith(folder.resolve("data").resolve("checkpoints")))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void anAttemptThatWasGivenUpReplacesNoCheckpoint() {
    var frozen = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    var ready = new CountDownLatch(1);
    var attempts = new AtomicInteger();
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    storage
        .queue()
        .start(
            new Lane("cpu", 2),
            (spec, trial, watch) -> {
              if (attempts.incrementAndGet() == 1) {
                keep(watch, "old");
                ready.countDown();
                await(frozen);
                keep(watch, "old, woken");
                found.add(newest(watch));
                woken.countDown();
                return Samples.result(1);
              }
              found.add(newest(watch));
              keep(watch, "new");
              frozen.countDown();
              await(woken);
              found.add(newest(watch));
              return Samples.result(2);
            });
    Experiment experiment = experiments.submit(Samples.spec("frozen", 1));
    await(ready);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    heard.forget();
    experiments.retry(experiment.id());
    heard.awaitEnd(experiment);
    assertThat(found).containsExactly("old", "none", "new");
    assertThat(trial(experiment, 0).result()).contains(Samples.result(2));
    storage.close(); // waits for both
    assertThat(checkpoints()).isEmpty();
    openFirst();
  }

  @Test
  void onlyATrialThatWasCancelledLeavesItsCheckpointBehind() {
    var all = new CountDownLatch(3);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              keep(watch, "of trial " + trial);
              all.countDown();
              return switch (trial) {
                case 0 -> Samples.result(0);
                case 1 -> throw new IllegalStateException("fails, on purpose");
                default -> untilCancelled(spec, trial, watch);
              };
            });
    Experiment experiment = experiments.submit(Samples.spec("ends", 3));
    await(all);
    experiments.cancel(experiment.id());
    storage.close();
    assertThat(checkpoints())
        .hasSize(1)
        .allSatisfy(file -> assertThat(file).hasContent("of trial 2"));
    openFirst();
    assertThat(states(experiment))
        .containsExactly(TrialState.FINISHED, TrialState.FAILED, TrialState.CANCELLED);
    assertThat(checkpoints()).hasSize(1);
    experiments.delete(experiment.id());
    assertThat(checkpoints()).isEmpty();
  }

  @Test
  void aTrialThatWasCancelledGoesOnFromItsCheckpointWhenItIsRetried() {
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    var kept = new CountDownLatch(1);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              found.add(newest(watch));
              keep(watch, "first");
              kept.countDown();
              return untilCancelled(spec, trial, watch);
            });
    Experiment experiment = experiments.submit(Samples.spec("retried", 1));
    await(kept);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    reopen(); // the server may be started anew in between

    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              found.add(newest(watch));
              return Samples.result(trial);
            });
    assertThat(experiments.retry(experiment.id())).isTrue();
    heard.awaitEnd(experiment);
    assertThat(found).containsExactly("none", "first");
    storage.close();
    assertThat(checkpoints()).isEmpty();
    openFirst();
  }

  @Test
  void checkpointsAreDueAtTheirTimeAndNotBefore() {
    List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    long submitted = System.nanoTime(); // the first wait starts when the trial is taken up
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              for (int i = 0; i < 2; i++) {
                long start = i == 0 ? submitted : System.nanoTime();
                while (!watch.checkpoints().due()) {
                  LockSupport.parkNanos(1_000_000);
                }
                waits.add((System.nanoTime() - start) / 1_000_000);
                long slow = i == 0 ? 0 : 40; // milliseconds that it takes to write
                watch.checkpoints().keep(out -> LockSupport.parkNanos(slow * 1_000_000));
              }
              long start = System.nanoTime();
              while (!watch.checkpoints().due()) {
                LockSupport.parkNanos(1_000_000);
              }
              waits.add((System.nanoTime() - start) / 1_000_000);
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("due", 1));
    heard.awaitEnd(experiment);
    assertThat(waits.get(0)).isBetween(1_900L, 10_000L);
    assertThat(waits.get(1)).isBetween(1_900L, 10_000L);
    assertThat(waits.get(2)).isGreaterThan(100 * 40L - 100);
  }

  @Test
  void theParametersAreKeptWithTheResultBitForBit() {
    double[] single = new Random(1).doubles(300_000).map(value -> (float) value).toArray();
    double[] exact = new Random(2).doubles(300_000).map(value -> value - 0.5).toArray();
    exact[17] = -0.0;
    exact[18] = Double.MIN_VALUE;
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              watch.reached(NamedPoint.INITIAL, single);
              watch.reached(NamedPoint.SGD_END, new double[] {trial});
              watch.reached(NamedPoint.TRAIN_POINT, exact);
              if (trial == 1) {
                throw new IllegalStateException("fails, on purpose");
              }
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("parameters", 2));
    heard.awaitEnd(experiment);
    reopen();

    ExperimentId id = experiment.id();
    assertThat(experiments.parameters(id, 0, NamedPoint.INITIAL)).hasValue(single);
    assertThat(experiments.parameters(id, 0, NamedPoint.SGD_END)).hasValue(new double[] {0});
    assertThat(experiments.parameters(id, 0, NamedPoint.TRAIN_POINT)).hasValue(exact);
    assertThat(experiments.parameters(id, 0, NamedPoint.TEST_POINT)).isEmpty();
    assertThat(experiments.parameters(id, 1, NamedPoint.INITIAL)).isEmpty();
    assertThat(experiments.parameters(id, 2, NamedPoint.INITIAL)).isEmpty();
    assertThat(experiments.parameters(new ExperimentId("aaaaaaaaaaaa"), 0, NamedPoint.INITIAL))
        .isEmpty();
  }

  @Test
  void movesThatAreNotLegalAreRefused() {
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) ->
                spec.title().equals("runs")
                    ? untilCancelled(spec, trial, watch)
                    : Samples.result(trial));
    Experiment finished = experiments.submit(Samples.spec("finished", 1));
    Experiment runs = experiments.submit(Samples.spec("runs", 1));
    Experiment waits = experiments.submit(Samples.spec("waits", 1));
    heard.awaitTrial(runs, Event.Type.TRIAL_STARTED, 0);
    heard.forget();

    assertThat(now(waits).state()).isEqualTo(ExperimentState.QUEUED);
    assertThat(experiments.cancel(finished.id())).isFalse();
    assertThat(experiments.retry(finished.id())).isFalse();
    assertThat(experiments.restore(finished.id())).isFalse();
    for (Experiment alive : List.of(runs, waits)) {
      assertThat(experiments.retry(alive.id())).isFalse();
      assertThat(experiments.delete(alive.id())).isFalse();
      assertThat(experiments.restore(alive.id())).isFalse();
    }
    var unknown = new ExperimentId("aaaaaaaaaaaa");
    assertThat(experiments.cancel(unknown)).isFalse();
    assertThat(experiments.retry(unknown)).isFalse();
    assertThat(experiments.delete(unknown)).isFalse();
    assertThat(experiments.restore(unknown)).isFalse();
    assertThat(experiments.find(unknown)).isEmpty();
    assertThat(experiments.trials(unknown)).isEmpty();
    assertThat(experiments.events(unknown, 0)).isEmpty();
    assertThat(heard.lasting()).isEmpty();
  }

  @Test
  void deleteHidesAndRestoreBringsBack() {
    Experiment experiment = experiments.submit(Samples.spec("hidden", 1));
    experiments.cancel(experiment.id());

    assertThat(experiments.delete(experiment.id())).isTrue();
    assertThat(experiments.delete(experiment.id())).isFalse();
    assertThat(experiments.list(ExperimentQuery.ALL, Optional.empty(), 1_000)).isEmpty();
    assertThat(experiments.find(experiment.id())).isPresent();
    assertThat(experiments.retry(experiment.id())).isFalse();

    assertThat(experiments.restore(experiment.id())).isTrue();
    assertThat(experiments.list(ExperimentQuery.ALL, Optional.empty(), 1_000))
        .extracting(ExperimentSummary::id)
        .containsExactly(experiment.id());
    assertThat(experiments.retry(experiment.id())).isTrue();
  }

  @Test
  void progressIsSeenWhileATrialRuns() {
    var may = new CountDownLatch(1);
    storage
        .queue()
        .start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              watch.progress("SGD", 0.25);
              watch.progress("line", 0.5);
              await(may);
              return Samples.result(trial);
            });
    Experiment experiment = experiments.submit(Samples.spec("progress", 2));
    heard.await(event -> event.type() == Event.Type.TRIAL_PROGRESS);
    heard.forget();
    Trial first = trial(experiment, 0);
    assertThat(first.phase()).isIn("SGD", "line");
    assertThat(now(experiment).progress().fraction()).isBetween(0.1, 0.26);
    may.countDown();
    heard.awaitEnd(experiment);
    assertThat(heard.lasting())
        .isEqualTo(experiments.events(experiment.id(), heard.lasting().getFirst().sequence() - 1));
    assertThat(trial(experiment, 0).phase()).isEmpty();
    assertThat(trial(experiment, 0).fraction()).isEqualTo(1);
  }

  @Test
  void aListenerThatFailsDoesNotKeepTheNewsFromOthers() {
    experiments.subscribe(
        event -> {
          throw new IllegalStateException("a listener that fails, on purpose");
        });
    try (var second = new Heard(experiments)) {
      Experiment experiment = experiments.submit(Samples.spec("listeners", 1));
      second.await(event -> event.experiment().equals(experiment.id()));
    }
  }

  static Clock clock() {
    return Clock.systemUTC();
  }
}
