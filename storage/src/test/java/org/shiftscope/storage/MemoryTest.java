package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.fault.EndProcess;

/** A process with a small heap in which a trial takes all of it, and one that cannot go on. */
@Timeout(300)
final class MemoryTest {

  private static final int DEATHS = 3;

  @TempDir Path folder;

  /**
   * By far most often in one process. Where memory runs out while Java links a part of the program,
   * or while H2 closes its file, the process ends for its supervisor, which this test is.
   */
  @RepeatedTest(3)
  void aTrialThatMeetsTheEndOfMemoryFailsAloneAndTheDatabaseLivesOn() throws Exception {
    int status;
    List<String> said;
    int starts = 0;
    do {
      try (var server = ChildJvm.start("48m", Hungry.class, folder)) {
        said = server.rest();
        status = server.exit();
      }
    } while (status == EndProcess.STATUS && ++starts <= DEATHS);
    assertThat(said).contains("finished small", "finished after", "failed hungry");
    assertThat(status).isZero();
    String failure = starts == DEATHS ? "The server's process ended" : "Memory ran out";
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      ExperimentSummary hungry =
          storage.experiments().list(Search.ALL, Optional.empty(), 1_000).stream()
              .filter(each -> each.state() == ExperimentState.FAILED)
              .findFirst()
              .orElseThrow();
      assertThat(storage.experiments().trials(hungry.id()).getFirst().failure().orElseThrow())
          .startsWith(failure)
          .contains(", then retry.");
    }
  }

  /** Runs a hungry trial beside small ones, while the record is read and written all the time. */
  static final class Hungry {

    /** While a trial has all memory, what others do takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Others that met the end of memory are tried again before the hungry one is. */
    private static final AttemptRules ONCE_MORE =
        new AttemptRules(Optional.empty(), List.of(Duration.ofSeconds(3)));

    private Hungry() {}

    public static void main(String[] arguments) {
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC())) {
        Experiments experiments = storage.experiments();
        var submitted = new CountDownLatch(1);
        storage
            .queue()
            .start(
                new Lane("cpu", 2, ONCE_MORE),
                (spec, trial, watch) -> {
                  if (spec.title().equals("hungry")) {
                    StorageStory.await(submitted); // whose answer wants memory, too
                    eat(experiments);
                  }
                  return Samples.result(trial);
                });
        insist(experiments, submitted);
      } catch (Throwable ended) {
        ended.printStackTrace(System.out); // which the test shows
        EndProcess.whereDamaged(ended); // as the server does with what is thrown to it
      }
    }

    /** Asks again and again, as a person does who is told to. */
    private static void insist(Experiments experiments, CountDownLatch submitted) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      boolean done = false;
      while (!done) {
        try {
          done = isDone(experiments, submitted);
        } catch (StorageUnavailable | OutOfMemoryError noMemory) {
          if (System.nanoTime() > until) {
            throw noMemory;
          }
        }
        if (System.nanoTime() > until) {
          throw new AssertionError("It takes too long");
        }
        LockSupport.parkNanos(20_000_000);
      }
    }

    /** Does what is to be done next; whoever did it may have been a process before this one. */
    private static boolean isDone(Experiments experiments, CountDownLatch submitted) {
      ExperimentSummary hungry = named(experiments, "hungry", 1);
      submitted.countDown();
      ExperimentSummary small = named(experiments, "small", 200);
      if (!small.state().ended() || !hungry.state().ended()) {
        return false;
      }
      if (small.state() == ExperimentState.FAILED) {
        System.out.println("retry");
        boolean unused = experiments.retry(small.id());
        return false;
      }
      ExperimentSummary after = named(experiments, "after", 3);
      if (after.state().ended()) {
        List.of(hungry, small, after)
            .forEach(each -> System.out.println(each.state().id() + " " + each.title()));
      }
      return after.state().ended();
    }

    private static ExperimentSummary named(Experiments experiments, String title, int trials) {
      Optional<ExperimentSummary> known = find(experiments, title);
      if (known.isEmpty()) {
        Experiment unused = experiments.submit(Samples.spec(title, trials));
      }
      return known.or(() -> find(experiments, title)).orElseThrow();
    }

    private static Optional<ExperimentSummary> find(Experiments experiments, String title) {
      return experiments.list(Search.ALL, Optional.empty(), 1_000).stream()
          .filter(each -> each.title().equals(title))
          .findFirst();
    }

    private static void eat(Experiments experiments) {
      List<byte[]> eaten = new ArrayList<>();
      while (true) {
        try {
          while (true) {
            eaten.add(new byte[1 << 16]);
          }
        } catch (OutOfMemoryError full) {
          try {
            experiments.list(Search.ALL, Optional.empty(), 1_000); // in want of memory, too
            experiments.submit(Samples.spec("in want", 1));
          } catch (StorageUnavailable | OutOfMemoryError refused) {
            eaten.clear();
          }
          if (eaten.isEmpty()) {
            throw full;
          }
        }
      }
    }
  }
}
