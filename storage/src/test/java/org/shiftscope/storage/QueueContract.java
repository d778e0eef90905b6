package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.storage.TrialQueue.Lane;

/** The order of the queue, what is tried again by whom, and how long a trial may take. */
abstract class QueueContract extends StorageStory {

  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  private static final Lane IMPATIENT =
      new Lane(
          "cpu",
          1,
          new AttemptRules(
              Optional.empty(), List.of(Duration.ofMillis(50), Duration.ofMillis(100))));

  private Experiment submit(String title, int trials, int priority) {
    return experiments.submit(
        Samples.spec(title, trials), Optional.empty(), new Queueing(priority, Optional.empty()));
  }

  private void startNoting() {
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          order.add(spec.title() + trial);
          return Samples.result(trial);
        });
  }

  @Test
  void aHigherPriorityGoesFirstAndWithinOneTheOrderOfSubmission() {
    Experiment low = submit("low", 1, -10);
    Experiment first = submit("first", 2, 0);
    submit("second", 1, 0);
    submit("high", 2, 10);
    assertThat(titles()).containsExactly("high", "first", "second", "low");
    assertThat(now(low).summary().labels().queueing().priority()).isEqualTo(-10);
    startNoting();
    heard.awaitEnd(low);
    assertThat(order).containsExactly("high0", "high1", "first0", "first1", "second0", "low0");
    assertThat(titles()).isEmpty();
    assertThat(now(first).state()).isEqualTo(ExperimentState.FINISHED);
  }

  private List<String> titles() {
    return experiments.control().line(10).stream().map(ExperimentSummary::title).toList();
  }

  @Test
  void aPriorityCanBeChangedAndWhatIsMovedToTheFrontIsNext() {
    Experiment a = submit("a", 1, 0);
    Experiment b = submit("b", 1, 0);
    Experiment c = submit("c", 1, 5);
    Experiment d = submit("d", 1, 0);
    experiments.edit(b.id(), ExperimentEdit.queueing(new Queueing(7, Optional.empty())));
    assertThat(titles()).containsExactly("b", "c", "a", "d");
    assertThat(experiments.control().toFront(d.id())).isTrue();
    assertThat(titles()).containsExactly("d", "b", "c", "a");
    assertThat(now(d).summary().labels().queueing().priority()).isEqualTo(7);
    startNoting();
    heard.awaitEnd(a);
    assertThat(order).containsExactly("d0", "b0", "c0", "a0");
    assertThat(experiments.control().toFront(c.id())).isFalse(); // it has ended
  }

  @Test
  void aSubmissionOfAHigherPriorityGoesBeforeTrialsThatALaneHasSeen() {
    var begun = new CountDownLatch(1);
    var submitted = new CountDownLatch(1);
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          begun.countDown();
          await(submitted);
          order.add(spec.title() + trial);
          return Samples.result(trial);
        });
    Experiment many = submit("many", 6, 0);
    await(begun);
    submit("urgent", 1, 1);
    submitted.countDown();
    heard.awaitEnd(many);
    assertThat(order.subList(0, 2)).containsExactly("many0", "urgent0");
  }

  @Test
  void aPriorityOutOfRangeIsRefusedByFieldLawAndValue() {
    assertThatThrownBy(() -> submit("no", 1, 11))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("priority must be a whole number from -10 to 10; it is 11");
    assertThatThrownBy(() -> new Queueing(0, Optional.of(Duration.ZERO)))
        .hasMessageContaining("trialHours must be above 0");
  }

  @Test
  void failedTrialsAreRetriedWithoutCancelledOnesAndOneAlone() {
    var healthy = new CountDownLatch(1);
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          if (healthy.getCount() > 0) {
            if (trial == 2) {
              return untilCancelled(spec, trial, watch);
            }
            throw new IllegalStateException("Fails, on purpose.");
          }
          return Samples.result(trial);
        });
    Experiment experiment = experiments.submit(Samples.spec("some", 4));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 2);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    healthy.countDown();
    heard.forget();

    assertThat(experiments.control().retry(experiment.id(), 1)).isTrue();
    heard.awaitEnd(experiment);
    assertThat(states(experiment))
        .containsExactly(
            TrialState.FAILED, TrialState.FINISHED, TrialState.CANCELLED, TrialState.CANCELLED);
    assertThat(experiments.control().retry(experiment.id(), 1)).isFalse();
    heard.forget();

    assertThat(experiments.control().retryFailed(experiment.id())).isTrue();
    heard.awaitEnd(experiment);
    assertThat(states(experiment).subList(0, 2)).containsOnly(TrialState.FINISHED);
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.CANCELLED);
    assertThat(experiments.control().retryFailed(experiment.id())).isFalse();
  }

  @Test
  void aTrialThatTakesTooLongFailsAndGoesOnFromItsCheckpointWithAHigherLimit() {
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          found.add(KeepTexts.newest(watch));
          for (int step = 0; step < 10_000 && found.size() == 1; step++) {
            watch.progress("walk", 1e-4 * step);
            if (watch.cancelled()) {
              throw new TrialCancelled();
            }
            if (watch.checkpoints().due()) {
              KeepTexts.keep(watch, "step");
            }
            LockSupport.parkNanos(1_000_000);
          }
          return Samples.result(trial);
        });
    Experiment experiment =
        experiments.submit(
            Samples.spec("slow", 1),
            Optional.empty(),
            new Queueing(0, Optional.of(Duration.ofMillis(300))));
    heard.awaitEnd(experiment);
    assertThat(trial(experiment, 0).failure())
        .contains(
            "The trial took longer than 0.3 s, which is its limit. Its checkpoint is kept: give it"
                + " a higher limit and retry, and it goes on from there.");
    heard.forget();

    experiments.edit(
        experiment.id(),
        ExperimentEdit.queueing(new Queueing(0, Optional.of(Duration.ofHours(1)))));
    assertThat(experiments.retry(experiment.id())).isTrue();
    heard.awaitEnd(experiment);
    assertThat(found).containsExactly("none", "step");
    assertThat(now(experiment).state()).isEqualTo(ExperimentState.FINISHED);
  }

  @Test
  void aFaultOfTheMachineIsTriedAgainInItsPlaceAndATrialSaysWhatItWaitsFor() {
    var tries = new AtomicInteger();
    var said = new ArrayList<Trial>();
    start(
        IMPATIENT,
        (spec, trial, watch) -> {
          order.add(spec.title() + trial);
          if (spec.title().equals("shaky") && tries.incrementAndGet() < 3) {
            throw new UncheckedIOException("The disk does not answer.", new IOException("EIO"));
          }
          LockSupport.parkNanos(Duration.ofMillis(150).toNanos()); // so that it is due by then
          return Samples.result(trial);
        });
    Experiment shaky = submit("shaky", 1, 0);
    Experiment others = submit("other", 3, 0);
    heard.awaitTrial(shaky, Event.Type.TRIAL_REQUEUED, 0);
    said.add(trial(shaky, 0));
    heard.awaitEnd(shaky);
    heard.awaitEnd(others);
    assertThat(said.getFirst().phase()).startsWith("tried again at 2").endsWith(" UTC");
    assertThat(said.getFirst().failure()).contains("The disk does not answer.");
    assertThat(order).containsExactly("shaky0", "other0", "shaky0", "other1", "shaky0", "other2");
    assertThat(trial(shaky, 0).failure()).isEmpty();
    assertThat(trial(shaky, 0).attempts()).isEqualTo(3);
  }

  @Test
  void faultsThatComeAgainFailInTheEndAndBugsAtOnce() {
    start(
        IMPATIENT,
        (spec, trial, watch) -> {
          order.add("trial " + trial);
          switch (trial) {
            case 0 -> throw new UncheckedIOException("The disk is gone.", new IOException("EIO"));
            case 1 -> throw new OutOfMemoryError("Java heap space");
            case 2 -> throw new IllegalStateException("cudaErrorIllegalAddress in a kernel");
            default -> throw new IllegalStateException("A bug.");
          }
        });
    Experiment experiment = experiments.submit(Samples.spec("faults", 4));
    heard.awaitEnd(experiment);
    assertThat(states(experiment)).containsOnly(TrialState.FAILED);
    assertThat(experiments.trials(experiment.id()))
        .extracting(Trial::attempts)
        .containsExactly(3, 2, 3, 1);
    assertThat(trial(experiment, 0).failure()).contains("The disk is gone. It was tried 3 times.");
  }
}
