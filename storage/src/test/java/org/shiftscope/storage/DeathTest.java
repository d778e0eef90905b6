package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/** A trial that takes its process with it, by a real SIGKILL at each time. */
@Timeout(120)
final class DeathTest {

  @TempDir Path folder;

  @Test
  void afterThreeDeathsItIsFailedAndTheOthersGoOnAndARetryCountsAnew() throws Exception {
    String id;
    try (var first = ChildJvm.start(Poisoned.class, folder, "submit")) {
      id = first.line();
      assertThat(first.line()).isEqualTo("runs 0 in attempt 1 from none");
    }
    for (int attempt = 2; attempt <= 3; attempt++) {
      try (var next = ChildJvm.start(Poisoned.class, folder, id)) {
        assertThat(next.line()).isEqualTo("runs 0 in attempt " + attempt + " from step");
      }
    }
    try (var next = ChildJvm.start(Poisoned.class, folder, id)) {
      assertThat(next.line()).isEqualTo("runs 1 in attempt 1 from none");
      assertThat(next.line()).isEqualTo("ended");
      assertThat(next.line()).isEqualTo("retried");
      assertThat(next.line()).isEqualTo("runs 0 in attempt 4 from none");
    }
    try (var next = ChildJvm.start(Poisoned.class, folder, id)) {
      assertThat(next.line())
          .describedAs("one death since the retry")
          .isEqualTo("runs 0 in attempt 5 from step");
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().events(new ExperimentId(id), 0))
          .extracting(Event::message)
          .filteredOn(message -> message.contains("ended 3 times while this trial ran"))
          .hasSize(1);
    }
  }

  @Test
  void aCleanStopIsNoDeath() throws Exception {
    Experiment experiment;
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      experiment = storage.experiments().submit(Samples.spec("deaf", 1));
    }
    for (int start = 0; start < 4; start++) {
      runDeafAndStop(experiment);
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().trials(experiment.id()))
          .extracting(Trial::state)
          .containsExactly(TrialState.QUEUED);
    }
  }

  /** Deaf to the closing, so that it outlasts the wait for it. */
  private void runDeafAndStop(Experiment experiment) {
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> {
                LockSupport.parkNanos(20_000_000_000L);
                return Samples.result(trial);
              });
      heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    }
  }

  /** Says what it runs. Trial 0 never ends; once its experiment has ended, it is retried. */
  static final class Poisoned {

    private Poisoned() {}

    /**
     * @param arguments the folder; the experiment to wait for, or "submit"
     */
    public static void main(String[] arguments) throws Exception {
      PrintStream out = System.out;
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC());
          var heard = new Heard(storage.experiments())) {
        Experiments experiments = storage.experiments();
        ExperimentId id =
            arguments[1].equals("submit")
                ? experiments.submit(Samples.spec("poisoned", 2)).id()
                : new ExperimentId(arguments[1]);
        if (arguments[1].equals("submit")) {
          out.println(id);
        }
        storage.queue().serve(List.of(new Lane("cpu", 1)), Samples.EXECUTION);
        storage
            .queue()
            .start(
                new Lane("cpu", 1),
                (spec, trial, watch) -> {
                  int attempt = experiments.trials(id).get(trial).attempts();
                  String found = KeepTexts.newest(watch);
                  KeepTexts.keep(watch, "step");
                  out.println("runs " + trial + " in attempt " + attempt + " from " + found);
                  out.flush();
                  while (trial == 0) {
                    LockSupport.parkNanos(1_000_000_000);
                  }
                  return Samples.result(trial);
                });
        heard.await(event -> event.type() == Event.Type.EXPERIMENT_ENDED);
        out.println("ended");
        out.println(experiments.retry(id) ? "retried" : "not retried");
        out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
