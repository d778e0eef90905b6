package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * What lanes promise: their order, their slots, and what becomes of the trials of one that is gone.
 */
abstract class LanesContract extends StorageStory {

  @Test
  void trialsRunInTheOrderOfSubmissionThenOfTheirNumbers() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Experiment first = experiments.submit(Samples.spec("a", 12));
    Experiment second = experiments.submit(Samples.spec("b", 2));
    start(
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
    start(
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
    start(
        new Lane("cuda", 1),
        (spec, trial, watch) -> {
          elsewhere.incrementAndGet();
          return Samples.result(trial);
        });
    start(new Lane("cpu", 2), StorageStory::quick);
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
    start(new Lane("gpu0", 1), (spec, trial, watch) -> noted(trial, first));
    start(new Lane("gpu1", 1), (spec, trial, watch) -> noted(trial, second));
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
    start(new Lane("gpu0", 1), (spec, trial, watch) -> KeepTexts.keepTwo(watch, found, "card"));
    Experiment experiment = experiments.submit(Samples.spec("the card was taken out", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close(); // in the middle of its first trial
    aMinuteLater();

    openFirst();
    serve(ONE_SLOT);
    start(ONE_SLOT, KeepTexts.noting(found));
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
    assertThat(found).containsExactly("none", "none", "none");
  }

  @Test
  void aRetriedTrialTakesALaneThatIsThere() {
    serve(new Lane("gpu0", 1));
    start(
        new Lane("gpu0", 1),
        (spec, trial, watch) -> {
          fail(trial);
          return Samples.result(trial);
        });
    Experiment experiment = experiments.submit(Samples.spec("failed on a card", 2));
    heard.awaitEnd(experiment);
    storage.close();
    aMinuteLater();

    openFirst();
    serve(ONE_SLOT);
    start(ONE_SLOT, StorageStory::quick);
    experiments.retry(experiment.id());
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE scheduled_tasks_gpu0",
        "DROP INDEX scheduled_tasks_gpu0_priority;"
            + " ALTER TABLE scheduled_tasks_gpu0 DROP COLUMN priority"
      })
  void trialsOfALaneWithoutATableOrWithAnOldOneAreCancelledAndRetried(String lost)
      throws SQLException {
    serve(new Lane("gpu0", 1));
    start(
        new Lane("gpu0", 1),
        (spec, trial, watch) -> {
          if (trial == 0) {
            fail(trial);
          }
          return Samples.result(trial);
        });
    Experiment failed = experiments.submit(Samples.spec("failed in part", 2));
    heard.awaitEnd(failed);
    experiments.control().pauseLane("gpu0");
    Experiment waiting = experiments.submit(Samples.spec("waits", 2));
    storage.close();
    aMinuteLater();
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(lost);
    }

    openFirst();
    assertThat(experiments.control().pause(waiting.id(), 0)).isTrue();
    assertThat(experiments.control().resume(waiting.id(), 0)).isTrue();
    assertThat(experiments.control().toFront(waiting.id())).isTrue();
    assertThat(experiments.cancel(waiting.id())).isTrue();
    assertThat(states(waiting)).containsOnly(TrialState.CANCELLED);
    serve(ONE_SLOT);
    start(ONE_SLOT, StorageStory::quick);
    assertThat(experiments.retry(failed.id())).isTrue();
    heard.await(event -> event.message().startsWith("Finished: all 2"));
    assertThat(states(failed)).containsOnly(TrialState.FINISHED);
  }

  @Test
  void newTrialsLeaveAPausedLaneOutWhileThereIsAnother() {
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    serve(new Lane("gpu0", 1), new Lane("gpu1", 1));
    start(new Lane("gpu0", 1), StorageStory::untilCancelled);
    start(new Lane("gpu1", 1), (spec, trial, watch) -> noted(trial, ran));
    experiments.control().pauseLane("gpu0");
    Experiment experiment = experiments.submit(Samples.spec("one card is mended", 3));
    heard.awaitEnd(experiment);
    assertThat(ran).containsExactly(0, 1, 2);
  }

  /** A connection beside storage's, where the database takes one. */
  abstract Connection connect() throws SQLException;

  /** Lets the time pass in which a lane of a shared database may be started again. */
  void aMinuteLater() {}

  private static TrialResult noted(int trial, List<Integer> ran) {
    ran.add(trial);
    return Samples.result(trial);
  }

  @Test
  void aDeviceHasOneLaneAtATime() throws Exception {
    try (var first = start(ONE_SLOT, StorageStory::quick)) {
      assertThatThrownBy(() -> start(ONE_SLOT, StorageStory::quick))
          .hasMessageContaining("cpu is at work already");
    }
    start(ONE_SLOT, StorageStory::quick);
    heard.awaitEnd(experiments.submit(Samples.spec("second lane", 1)));
  }

  @Test
  void aClosedLaneLeavesItsTrialsToTheNextStart() {
    var running = start(ONE_SLOT, StorageStory::untilCancelled);
    Experiment experiment = experiments.submit(Samples.spec("stop and go", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    running.close();

    assertThat(now(experiment).state()).isEqualTo(ExperimentState.RUNNING);
    assertThat(states(experiment)).containsOnly(TrialState.QUEUED);

    reopen();
    start(ONE_SLOT, StorageStory::quick);
    heard.awaitEnd(experiment);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(experiments.trials(experiment.id()))
        .extracting(Trial::attempts)
        .containsExactly(2, 1);
  }

  @Test
  void aTrialNamesTheWorkerThatTookItUpAlsoOnceThatIsGone() {
    serve(ONE_SLOT);
    start(ONE_SLOT, StorageStory::quick);
    Experiment experiment = experiments.submit(Samples.spec("who ran it", 1));
    heard.awaitEnd(experiment);
    String worker = storage.queue().worker();
    assertThat(storage.vitals().workers())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(worker);
              assertThat(one.process()).isEqualTo(ProcessHandle.current().pid());
              assertThat(one.lanes()).containsExactly(ONE_SLOT);
              assertThat(one.version()).isEqualTo(Samples.EXECUTION.version());
            });
    reopen();
    assertThat(storage.vitals().workers()).isEmpty();
    assertThat(storage.queue().worker()).isNotEqualTo(worker);
    assertThat(trial(experiment, 0).summary().ranBy().orElseThrow().worker()).isEqualTo(worker);
  }
}
