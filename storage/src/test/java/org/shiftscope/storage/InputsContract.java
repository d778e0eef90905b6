package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TrialInput;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/** What is promised of trials that need points of other trials, on whatever database. */
abstract class InputsContract extends StorageStory {

  /** For a process of its own: the folder, and the database where it is not in there. */
  abstract List<Object> place(Path home);

  private static final NamedPoint END = NamedPoint.SGD_END;

  private final AtomicBoolean broken = new AtomicBoolean();
  private final List<String> found = Collections.synchronizedList(new ArrayList<>());

  /** Reaches a point of its own number, and notes the numbers that it was given. */
  private TrialResult work(ExperimentSpec spec, int trial, TrialWatch watch) {
    for (TrialInput input : spec.inputs(trial)) {
      switch (watch.input(input.from())) {
        case Input.Found(double[] theta) ->
            found.add(spec.title() + trial + " from " + Arrays.toString(theta));
        case Input.Missing(String sentence) -> {
          return new Diverged(sentence, 0, new Execution("cpu", 1, "test"));
        }
      }
    }
    if (broken.get() && spec.title().equals("source")) {
      throw new IllegalStateException("The disk is gone.");
    }
    watch.reached(END, new double[] {trial, 0.5});
    return Samples.result(trial);
  }

  private static TrialResult diverges(ExperimentSpec spec, int trial, TrialWatch watch) {
    return new Diverged("It diverged.", 7, new Execution("cpu", 1, "test"));
  }

  private static PointRef of(Experiment source, int trial) {
    return new PointRef(Optional.of(source.id().value()), trial, END);
  }

  @Test
  void aTrialStartsFromThePointOfAnotherExperimentOnceItIsThere() {
    Experiment source = experiments.submit(Samples.spec("source", 2));
    Experiment after =
        experiments.submit(Samples.starting("after", 2, of(source, 0), of(source, 1)));
    assertThat(trial(after, 1).phase()).isEqualTo("waits for trial 1 of experiment " + source.id());
    start(ONE_SLOT, this::work);
    heard.awaitEnd(after);
    assertThat(found).containsExactly("after0 from [0.0, 0.5]", "after1 from [1.0, 0.5]");
    assertThat(states(after)).containsOnly(TrialState.FINISHED);
    assertThat(trial(after, 1).phase()).isEmpty();
  }

  @Test
  void trialsOfOneExperimentFollowOneAnotherBackwardsToo() {
    start(ONE_SLOT, this::work);
    Experiment chain =
        experiments.submit(
            Samples.starting("chain", 3, PointRef.own(1, END), PointRef.own(2, END)));
    heard.awaitEnd(chain);
    assertThat(found).containsExactly("chain1 from [2.0, 0.5]", "chain0 from [1.0, 0.5]");
  }

  @Test
  void aTrialWaitsForOneOfAnotherLane() {
    serve(new Lane("gpu0", 1), new Lane("gpu1", 1));
    start(new Lane("gpu0", 1), this::work);
    start(new Lane("gpu1", 1), this::work);
    Experiment chain = experiments.submit(Samples.starting("lanes", 2, PointRef.own(1, END)));
    heard.awaitEnd(chain);
    assertThat(found).containsExactly("lanes0 from [1.0, 0.5]");
  }

  @Test
  void whatWaitsForAFailedTrialFailsWithItAndSaysWhatToDo() {
    broken.set(true);
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment after = experiments.submit(Samples.starting("after", 1, of(source, 0)));
    Experiment last = experiments.submit(Samples.starting("last", 1, of(after, 0)));
    start(ONE_SLOT, this::work);
    heard.awaitEnd(last);
    assertThat(trial(after, 0).failure())
        .contains(
            "Trial 0 of experiment "
                + source.id()
                + ", whose end of SGD this trial needs, failed: retry that first, then this one.");
    assertThat(trial(last, 0).sentence()).startsWith("Trial 0 of experiment " + after.id());
    assertThat(experiments.summary(last.id()).orElseThrow().state())
        .isEqualTo(ExperimentState.FAILED);

    heard.forget();
    assertThat(experiments.retry(after.id())).isTrue();
    heard.awaitEnd(after);
    assertThat(states(after)).describedAs("its source still fails").containsOnly(TrialState.FAILED);

    broken.set(false);
    heard.forget();
    assertThat(experiments.retry(source.id())).isTrue();
    assertThat(experiments.retry(after.id())).isTrue();
    assertThat(experiments.retry(last.id())).isTrue();
    heard.awaitEnd(last);
    assertThat(found).containsExactly("after0 from [0.0, 0.5]", "last0 from [0.0, 0.5]");
  }

  @Test
  void aRetryRunsATrialAndTheOneOfItsExperimentThatNeedsIt() {
    broken.set(true);
    start(ONE_SLOT, this::work);
    Experiment chain = experiments.submit(Samples.starting("source", 2, PointRef.own(1, END)));
    heard.awaitEnd(chain);
    assertThat(trial(chain, 0).sentence()).endsWith("failed: retry runs both again.");
    broken.set(false);
    heard.forget();
    experiments.retry(chain.id());
    heard.awaitEnd(chain);
    assertThat(states(chain)).containsOnly(TrialState.FINISHED);
    assertThat(found).containsExactly("source0 from [1.0, 0.5]");
  }

  @Test
  void whatWaitsForACancelledTrialFailsAndAWaitingTrialIsCancelledItself() {
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment after = experiments.submit(Samples.starting("after", 1, of(source, 0)));
    Experiment other = experiments.submit(Samples.starting("other", 1, of(source, 0)));
    assertThat(experiments.cancel(other.id())).isTrue();
    assertThat(states(other)).containsExactly(TrialState.CANCELLED);
    assertThat(experiments.retry(other.id())).isTrue();
    assertThat(trial(other, 0).phase()).isEqualTo("waits for trial 0 of experiment " + source.id());
    assertThat(experiments.cancel(source.id())).isTrue();
    assertThat(trial(after, 0).sentence())
        .contains("this trial needs, was cancelled: retry that first, then this one.");
    experiments.retry(source.id());
    experiments.retry(after.id());
    start(ONE_SLOT, this::work);
    heard.forget();
    heard.awaitEnd(after);
    assertThat(found).containsExactly("after0 from [0.0, 0.5]");
  }

  @Test
  void whereTheSourceDivergedTheTrialRunsAndItsKindAnswers() {
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment after = experiments.submit(Samples.starting("after", 1, of(source, 0)));
    try (var lane = start(ONE_SLOT, InputsContract::diverges)) {
      heard.awaitEnd(source);
      heard.awaitEnd(after);
    }
    Experiment chain = experiments.submit(Samples.starting("chain", 2, PointRef.own(1, END)));
    try (var lane =
        start(
            ONE_SLOT,
            (spec, trial, watch) ->
                trial == 1 ? diverges(spec, trial, watch) : work(spec, trial, watch))) {
      heard.awaitEnd(chain);
    }
    assertThat(trial(chain, 0).state()).isEqualTo(TrialState.FINISHED);
    assertThat(trial(chain, 0).sentence())
        .startsWith("There is nothing to start from: trial 1 diverged before its end of SGD.");
  }

  @Test
  void aSourceIsNotPurgedBeforeThoseThatNeedIt() {
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment after = experiments.submit(Samples.starting("after", 1, of(source, 0)));
    try (var lane = start(ONE_SLOT, this::work)) {
      heard.awaitEnd(after);
    }
    experiments.delete(source.id());
    assertThat(experiments.purge(source.id())).isFalse();
    assertThat(experiments.whyKept(source.id()))
        .contains(
            "Experiment "
                + source.id()
                + " is kept, since trials of experiment "
                + after.id()
                + " need it. Purge that first.");
    Instant later = Instant.now().plusSeconds(60);
    assertThat(experiments.purgeDeletedBefore(later)).isZero();
    experiments.delete(after.id());
    assertThat(experiments.purge(after.id())).isTrue();
    assertThat(experiments.whyKept(source.id())).isEmpty();
    assertThat(experiments.purgeDeletedBefore(later)).isEqualTo(1);
  }

  @Test
  void anExperimentThatNeedsItselfCanBePurged() {
    Experiment chain = experiments.submit(Samples.starting("chain", 2, PointRef.own(1, END)));
    experiments.cancel(chain.id());
    experiments.delete(chain.id());
    assertThat(experiments.purge(chain.id())).isTrue();
  }

  @Test
  void inputsThatAreNotThereAreRefusedByTheirFields() {
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment binned = experiments.submit(Samples.spec("binned", 1));
    experiments.cancel(binned.id());
    experiments.delete(binned.id());
    Experiment stopped = experiments.submit(Samples.spec("stopped", 1));
    experiments.cancel(stopped.id());
    ExperimentSpec wrong =
        Samples.starting(
            "wrong",
            5,
            new PointRef(Optional.of("nobodyknows1"), 0, END),
            of(binned, 0),
            of(source, 1),
            of(stopped, 0));
    InvalidSpec refused = catchThrowableOfType(InvalidSpec.class, () -> experiments.submit(wrong));
    assertThat(refused.problems())
        .extracting(Problem::field, Problem::law)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "start[0].from.experiment", "must be an experiment that is there"),
            org.assertj.core.api.Assertions.tuple(
                "start[1].from.experiment",
                "must not be of an experiment in the bin: restore it first"),
            org.assertj.core.api.Assertions.tuple(
                "start[2].from.trial", "must be a trial of that experiment, 0 to 0"),
            org.assertj.core.api.Assertions.tuple(
                "start[3].from.trial",
                "must be one that has a result or waits for one: this one was cancelled, so retry"
                    + " it first"));
    assertThat(experiments.list(Search.ALL, Optional.empty(), 10))
        .describedAs("nothing is stored")
        .hasSize(2);
  }

  @Test
  void aTrialWaitsOnAfterARestart() {
    var may = new Semaphore(0);
    Experiment source = experiments.submit(Samples.spec("source", 1));
    Experiment after = experiments.submit(Samples.starting("after", 1, of(source, 0)));
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          while (!may.tryAcquire()) {
            if (watch.cancelled()) {
              throw new TrialCancelled();
            }
            Thread.onSpinWait();
          }
          return work(spec, trial, watch);
        });
    heard.awaitTrial(source, Event.Type.TRIAL_STARTED, 0);
    storage.close();
    openFirst();
    assertThat(trial(after, 0).phase()).isNotEmpty();
    start(ONE_SLOT, this::work);
    heard.awaitEnd(after);
    assertThat(found).containsExactly("after0 from [0.0, 0.5]");
  }

  @Test
  void killedBetweenTheSourcesEndAndItsOwnStartATrialStillStarts() throws Exception {
    storage.close();
    try (var server = ChildJvm.start(KilledSource.class, place(folder).toArray())) {
      assertThat(server.line()).isEqualTo("stored");
      server.kill();
    }
    openFirst();
    Experiment chain =
        experiments
            .find(experiments.list(Search.ALL, Optional.empty(), 1).getFirst().id())
            .orElseThrow();
    assertThat(states(chain)).containsExactly(TrialState.FINISHED, TrialState.QUEUED);
    serve(new Lane("gpu0", 1), new Lane("gpu1", 1));
    start(new Lane("gpu1", 1), this::work);
    heard.awaitEnd(chain);
    assertThat(found).containsExactly("killed1 from [0.0, 0.5]");
  }
}
