package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/** A real full disk: a file system of 32 MB, mounted where this user may mount one. */
@Timeout(120)
final class FullDiskTest {

  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.toString());
    assumeTrue(mounted, "mounting a small file system needs root");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private Path fill() {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      return ballast;
    }
  }

  @Test
  void aFullDiskIsRefusedAtOpening() {
    fill();
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("is full: free some space on it.");
  }

  @Test
  void aDiskThatFillsUpWhileATrialRunsLosesNothing() throws Exception {
    var may = new CountDownLatch(1);
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      Experiments experiments = storage.experiments();
      Experiment before = experiments.submit(Samples.spec("before", 1));
      Experiment during = experiments.submit(Samples.spec("during", 1));
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> {
                if (spec.title().equals("during")) {
                  assertThat(uninterrupted(may)).isTrue();
                }
                return Samples.result(trial);
              });
      heard.awaitEnd(before);
      heard.awaitTrial(during, Event.Type.TRIAL_STARTED, 0);

      Path ballast = fill();
      may.countDown();
      int refused = submitUntilRefused(experiments);
      List<Experiment> acknowledged = List.of(before, during);
      Files.delete(ballast);

      heard.awaitEnd(during);
      assertThat(refused).isPositive();
      for (Experiment each : acknowledged) {
        assertThat(experiments.trials(each.id()).getFirst().result()).contains(Samples.result(0));
      }
    }
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().list())
          .filteredOn(each -> each.state() == ExperimentState.FINISHED)
          .extracting(each -> each.spec().title())
          .contains("before", "during");
    }
  }

  /** Returns how many were refused: 1. */
  private static int submitUntilRefused(Experiments experiments) {
    for (int i = 0; i < 10_000; i++) {
      try {
        experiments.submit(Samples.spec("more " + i, 500));
      } catch (StorageUnavailable full) {
        assertThat(full).hasMessageContaining("disk that holds the data folder");
        return 1;
      }
    }
    return 0;
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
