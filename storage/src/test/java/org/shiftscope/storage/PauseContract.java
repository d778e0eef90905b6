package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/** What a pause promises: of trials, of experiments and of lanes. */
abstract class PauseContract extends StorageStory {

  private final List<String> found = Collections.synchronizedList(new ArrayList<>());

  /** Walks until it is stopped, and keeps where it is when it is asked to. */
  private TrialResult walk(ExperimentSpec spec, int trial, TrialWatch watch) {
    found.add(trial + " from " + KeepTexts.newest(watch));
    for (int step = 1; ; step++) {
      watch.progress("walk", Math.min(0.9, 0.1 + 1e-4 * step));
      if (watch.cancelled()) {
        throw new TrialCancelled();
      }
      LockSupport.parkNanos(1_000_000);
      if (watch.checkpoints().due()) {
        KeepTexts.keep(watch, "step");
      }
    }
  }

  private Experiment begun(ExperimentSpec spec) {
    Experiment experiment = experiments.submit(spec);
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    heard.await(event -> event.type() == Event.Type.TRIAL_PROGRESS);
    return experiment;
  }

  private ControlQueue control() {
    return experiments.control();
  }

  @Test
  void aPausedExperimentKeepsItsCheckpointLeavesItsDeviceAndGoesOnFromThere() {
    try (var lane = start(ONE_SLOT, this::walk)) {
      Experiment experiment = begun(Samples.spec("paused", 2));
      assertThat(control().pause(experiment.id())).isTrue();
      assertThat(now(experiment).state()).isEqualTo(ExperimentState.PAUSED);
      assertThat(states(experiment)).containsOnly(TrialState.PAUSED);
      assertThat(now(experiment).progress().ended()).isZero();
      assertThat(now(experiment).progress().timeLeft()).isEmpty();
      assertThat(control().pause(experiment.id())).isFalse();

      heard.await(event -> event.message().startsWith("Trial 0 has left its device, 1"));
      assertThat(trial(experiment, 0).fraction()).isBetween(0.1, 0.9);
      assertThat(now(experiment).progress().fraction()).isBetween(0.05, 0.45);
      Experiment other = experiments.submit(Samples.spec("takes the device", 1));
      heard.awaitTrial(other, Event.Type.TRIAL_STARTED, 0); // far within the test's patience
      assertThat(experiments.cancel(other.id())).isTrue();

      heard.await(event -> event.type() == Event.Type.EXPERIMENT_PAUSED);
      heard.forget();
      assertThat(control().resume(experiment.id())).isTrue();
      assertThat(control().resume(experiment.id())).isFalse();
      heard.await(event -> event.type() == Event.Type.EXPERIMENT_RESUMED);
      heard.await(event -> event.type() == Event.Type.TRIAL_PROGRESS); // it has looked by then
      assertThat(now(experiment).state()).isEqualTo(ExperimentState.RUNNING);
    }
    assertThat(found).containsExactly("0 from none", "0 from none", "0 from step");
  }

  @Test
  void aPausedTrialLeavesTheOthersAlone() {
    start(
        ONE_SLOT,
        (spec, trial, watch) ->
            trial == 0 && found.isEmpty() ? walk(spec, trial, watch) : Samples.result(trial));
    Experiment experiment = begun(Samples.spec("one of three", 3));
    assertThat(control().pause(experiment.id(), 0)).isTrue();
    heard.await(event -> event.type() == Event.Type.EXPERIMENT_PAUSED);
    assertThat(states(experiment))
        .containsExactly(TrialState.PAUSED, TrialState.FINISHED, TrialState.FINISHED);
    assertThat(now(experiment).progress().ended()).isEqualTo(2);
    assertThat(control().pause(experiment.id(), 1)).isFalse(); // it has ended
    assertThat(control().pause(experiment.id(), 7)).isFalse();
    assertThat(control().resume(experiment.id(), 0)).isTrue();
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
  }

  @Test
  void whatIsResumedBesideATrialAtWorkIsTold() {
    start(ONE_SLOT, this::walk);
    Experiment experiment = begun(Samples.spec("two of three", 3));
    control().pause(experiment.id(), 1);
    control().pause(experiment.id(), 2);
    assertThat(control().resume(experiment.id())).isTrue();
    heard.await(
        event ->
            event.type() == Event.Type.EXPERIMENT_RESUMED
                && event.message().equals("2 trials wait to go on."));
    assertThat(states(experiment))
        .containsExactly(TrialState.RUNNING, TrialState.QUEUED, TrialState.QUEUED);
  }

  @Test
  void aRetryInAPausedExperimentIsToldOnce() {
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          fail(trial);
          return Samples.result(trial);
        });
    control().pauseLane("cpu");
    Experiment experiment = experiments.submit(Samples.spec("one failed", 2));
    control().pause(experiment.id(), 1);
    control().resumeLane("cpu");
    heard.await(event -> event.type() == Event.Type.EXPERIMENT_PAUSED);
    control().pauseLane("cpu");
    assertThat(experiments.control().retry(experiment.id(), 0)).isTrue();
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.RUNNING);
    assertThat(experiments.events(experiment.id(), 0))
        .extracting(Event::message)
        .contains("Retried: trial 0 waits again.")
        .doesNotContain("Resumed.");
  }

  @Test
  void aStopOfTheServerLeavesPausedTrialsPausedAndTheyCanBeCancelledAndRetried() {
    start(ONE_SLOT, this::walk);
    Experiment experiment = begun(Samples.spec("stopped", 2));
    control().pause(experiment.id());
    reopen();

    start(ONE_SLOT, KeepTexts.noting(found));
    assertThat(states(experiment)).containsOnly(TrialState.PAUSED);
    assertThat(experiments.delete(experiment.id())).isFalse();
    assertThat(experiments.cancel(experiment.id())).isTrue();
    assertThat(states(experiment)).containsOnly(TrialState.CANCELLED);
    assertThat(control().resume(experiment.id())).isFalse();
    assertThat(experiments.retry(experiment.id())).isTrue();
    heard.await(
        event ->
            event.type() == Event.Type.EXPERIMENT_ENDED && event.message().startsWith("Finished"));
  }

  @Test
  void aStopInOrderKeepsACheckpointOfWhatRuns() {
    var steps = new CountDownLatch(5);
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          for (double done = 0.1; !watch.cancelled(); done += 1e-4) {
            watch.progress("walk", done);
            steps.countDown();
            LockSupport.parkNanos(1_000_000);
            if (watch.checkpoints().due()) {
              KeepTexts.keep(watch, "at the stop");
            }
          }
          throw new TrialCancelled();
        });
    Experiment experiment = experiments.submit(Samples.spec("stopped in order", 1));
    await(steps); // far sooner than a checkpoint is due by itself
    reopen();

    start(ONE_SLOT, KeepTexts.noting(found));
    heard.awaitEnd(experiment);
    assertThat(found).containsExactly("at the stop");
  }

  @Test
  void aTrialThatComesToItsEndBeforeItHearsOfThePauseHasItsResult() {
    var begun = new CountDownLatch(1);
    var paused = new CountDownLatch(1);
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          begun.countDown();
          await(paused);
          return Samples.result(trial);
        });
    Experiment experiment = experiments.submit(Samples.spec("just ends", 1));
    await(begun);
    control().pause(experiment.id());
    paused.countDown();
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(trial(experiment, 0).result()).contains(Samples.result(0));
    assertThat(now(experiment).progress().ended()).isEqualTo(1);
  }

  @Test
  void aPausedLanePutsItsTrialsBackAndTakesNoneUntilItIsResumed() {
    start(ONE_SLOT, this::walk);
    Experiment experiment = begun(Samples.spec("lane", 2));
    assertThat(control().pauseLane("cpu")).isTrue();
    assertThat(control().pauseLane("cpu")).isFalse();
    assertThat(control().pauseLane("abacus")).isFalse();
    heard.awaitTrial(experiment, Event.Type.TRIAL_REQUEUED, 0);
    assertThat(states(experiment)).containsOnly(TrialState.QUEUED);
    assertThat(control().lanes())
        .singleElement()
        .satisfies(
            lane -> {
              assertThat(lane.paused()).isPresent();
              assertThat(lane.waiting()).isEqualTo(2);
              assertThat(lane.running()).isZero();
            });
    reopen(); // a lane that is paused stays so

    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          ran.add(trial);
          found.add(trial + " from " + KeepTexts.newest(watch));
          return Samples.result(trial);
        });
    experiments.submit(Samples.spec("waits, too", 1));
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    assertThat(ran).isEmpty();
    assertThat(control().resumeLane("cpu")).isTrue();
    heard.awaitEnd(experiment);
    assertThat(found).contains("0 from step");
  }

  @Test
  void aPausedTrialHearsOfItsSourceWhenItIsResumed() {
    var source = new PointRef(Optional.empty(), 0, NamedPoint.SGD_END);
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          throw new IllegalStateException("Fails, on purpose.");
        });
    control().pauseLane("cpu");
    Experiment experiment = experiments.submit(Samples.second("chain", source));
    assertThat(control().pause(experiment.id(), 1)).isTrue();
    control().resumeLane("cpu");
    heard.await(event -> event.type() == Event.Type.EXPERIMENT_PAUSED);
    assertThat(states(experiment)).containsExactly(TrialState.FAILED, TrialState.PAUSED);
    assertThat(control().resume(experiment.id())).isTrue();
    heard.awaitEnd(experiment);
    assertThat(trial(experiment, 1).failure()).get().asString().contains("retry runs both again");
  }
}
