package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/** A process with a small heap in which a trial takes all of it. */
@Timeout(300)
final class MemoryTest {

  @TempDir Path folder;

  @RepeatedTest(3)
  void aTrialThatMeetsTheEndOfMemoryFailsAloneAndTheDatabaseLivesOn() throws Exception {
    try (var server = ChildJvm.start("48m", Hungry.class, folder)) {
      assertThat(server.rest()).contains("finished small", "finished after", "failed hungry");
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      ExperimentSummary hungry =
          storage.experiments().list(Search.ALL, Optional.empty(), 1_000).stream()
              .filter(each -> each.state() == ExperimentState.FAILED)
              .findFirst()
              .orElseThrow();
      assertThat(storage.experiments().trials(hungry.id()).getFirst().failure().orElseThrow())
          .startsWith("Memory ran out")
          .endsWith("give the server more memory or fewer slots, then retry.");
    }
  }

  /** Runs a hungry trial beside small ones, while the record is read and written all the time. */
  static final class Hungry {

    /** While a trial has all memory, what others do takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Hungry() {}

    public static void main(String[] arguments) throws Exception {
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC())) {
        run(storage, System.out);
      } catch (Throwable ended) {
        ended.printStackTrace(System.out); // which the test shows
      }
    }

    private static void run(Storage storage, PrintStream out) {
      Experiments experiments = storage.experiments();
      var submitted = new CountDownLatch(1);
      storage
          .queue()
          .start(
              new Lane("cpu", 2, AttemptRules.ONCE),
              (spec, trial, watch) -> {
                if (spec.title().equals("hungry")) {
                  StorageStory.await(submitted); // whose answer wants memory, too
                  eat(experiments);
                }
                return Samples.result(trial);
              });
      Experiment hungry = experiments.submit(Samples.spec("hungry", 1));
      submitted.countDown();
      Experiment small = insist(() -> experiments.submit(Samples.spec("small", 200)));
      awaitEnd(experiments, small.id(), out);
      awaitEnd(experiments, hungry.id(), out);
      Experiment after = insist(() -> experiments.submit(Samples.spec("after", 3)));
      awaitEnd(experiments, after.id(), out);
    }

    /** Asks again and again, as a person does who is told to. */
    private static <T> T insist(Supplier<T> asked) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        try {
          return asked.get();
        } catch (StorageUnavailable | OutOfMemoryError noMemory) {
          if (System.nanoTime() > until) {
            throw noMemory;
          }
          LockSupport.parkNanos(20_000_000);
        }
      }
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

    /** Says how it ended, or what it still does when nobody would wait any longer. */
    private static void awaitEnd(Experiments experiments, ExperimentId id, PrintStream out) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      Experiment now = insist(() -> experiments.find(id).orElseThrow());
      while (!now.state().ended() && System.nanoTime() < until) {
        LockSupport.parkNanos(20_000_000);
        now = insist(() -> experiments.find(id).orElseThrow());
      }
      out.println(now.state().id() + " " + now.title());
      out.flush();
    }
  }
}
