package org.shiftscope.storage;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.TrialQueue.Lane;

/** What both doors promise, on whatever database: each database runs these tests by a subclass. */
abstract class StorageContract extends StorageStory {

  @Test
  void whatIsSubmittedWaitsAndIsKept() {
    ExperimentSpec spec = Samples.spec("first", List.of(0.003, 0.03), 3);
    Experiment first = experiments.submit(spec);
    Experiment second = experiments.submit(Samples.spec("second", 1));

    reopen();

    assertThat(experiments.list(Search.ALL, Optional.empty(), 1_000))
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
    start(ONE_SLOT, StorageStory::quick);
    heard.awaitEnd(experiment);

    reopen();

    assertThat(experiments.trials(experiment.id()))
        .extracting(trial -> trial.result().orElseThrow())
        .containsExactly(Samples.result(0), Samples.result(1), Samples.result(2));
  }

  @Test
  void anExperimentGoesFromQueuedThroughRunningToFinishedAndTellsOfIt() {
    var may = new Semaphore(0);
    start(
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
  void whateverATrialThrowsFailsItAloneAndARetryRunsItAgain() {
    var broken = new AtomicInteger(1);
    start(
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

  @SuppressWarnings("NullAway") // wrong on purpose
  private static TrialResult withoutSentence() {
    return new Diverged(null, 1, new Execution("cpu", 1, "test"));
  }

  @Test
  void aResultThatTheDatabaseRefusesFailsItsTrialAndFreesTheSlot() {
    start(ONE_SLOT, (spec, trial, watch) -> trial == 0 ? withoutSentence() : Samples.result(trial));
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
    start(
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
    start(
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
    start(ONE_SLOT, StorageStory::quick);
    heard.await(event -> event.message().startsWith("Finished"));
  }

  @Test
  void anAttemptThatWasGivenUpStoresNothing() {
    var frozen = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    var attempts = new AtomicInteger();
    start(
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
  void theParametersAreKeptWithTheResultBitForBit() {
    double[] single = new Random(1).doubles(300_000).map(value -> (float) value).toArray();
    double[] exact = new Random(2).doubles(300_000).map(value -> value - 0.5).toArray();
    exact[17] = -0.0;
    exact[18] = Double.MIN_VALUE;
    start(
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
    start(
        ONE_SLOT,
        (spec, trial, watch) ->
            spec.title().equals("runs")
                ? untilCancelled(spec, trial, watch)
                : Samples.result(trial));
    Experiment finished = experiments.submit(Samples.spec("finished", 1));
    Experiment runs = experiments.submit(Samples.spec("runs", 1));
    Experiment waits = experiments.submit(Samples.spec("waits", 1));
    heard.awaitTrial(runs, Event.Type.TRIAL_STARTED, 0);
    heard.await(event -> event.experiment().equals(waits.id()));
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
    assertThat(experiments.list(Search.ALL, Optional.empty(), 1_000)).isEmpty();
    assertThat(experiments.find(experiment.id())).isPresent();
    assertThat(experiments.retry(experiment.id())).isFalse();

    assertThat(experiments.restore(experiment.id())).isTrue();
    assertThat(experiments.list(Search.ALL, Optional.empty(), 1_000))
        .extracting(ExperimentSummary::id)
        .containsExactly(experiment.id());
    assertThat(experiments.retry(experiment.id())).isTrue();
  }

  @Test
  void progressIsSeenWhileATrialRuns() {
    var may = new CountDownLatch(1);
    start(
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
}
