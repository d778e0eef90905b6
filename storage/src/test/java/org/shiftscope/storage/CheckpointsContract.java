package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.TrialQueue.Lane;

/** What checkpoints promise: who finds which, when they are due, and when they are gone. */
abstract class CheckpointsContract extends StorageStory {

  @Test
  void theNextAttemptGoesOnFromTheNewestCheckpoint() {
    var found = new ArrayList<String>();
    start(ONE_SLOT, (spec, trial, watch) -> KeepTexts.keepTwo(watch, found, "first"));
    Experiment experiment = experiments.submit(Samples.spec("checkpoints", 2));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close(); // in the middle of its first trial

    openFirst();
    start(ONE_SLOT, (spec, trial, watch) -> KeepTexts.keepTwo(watch, found, "second"));
    heard.awaitTrial(experiment, Event.Type.TRIAL_STARTED, 0);
    storage.close();

    openFirst();
    start(ONE_SLOT, KeepTexts.noting(found));
    heard.awaitEnd(experiment);
    assertThat(found)
        .containsExactly("none", "first, again", "second, again", "none"); // the last is trial 1
    assertThat(checkpoints()).isEmpty();
  }

  /** The texts of those that are kept, whether storage is open or not. */
  abstract List<String> checkpoints();

  /** Those in a folder. */
  static List<String> inFolder(Path kept) {
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.map(CheckpointsContract::text).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Those in rows. */
  static List<String> inRows(Connection connection) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (connection;
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT bytes FROM checkpoint_part ORDER BY experiment, number, part")) {
      while (rows.next()) {
        texts.add(new String(rows.getBytes("bytes"), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  @Test
  void aLargeOneComesBackWhole() {
    var random = new byte[1_300_000];
    new Random(1).nextBytes(random);
    List<byte[]> found = Collections.synchronizedList(new ArrayList<>());
    List<Long> taken = Collections.synchronizedList(new ArrayList<>());
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          watch.checkpoints().keep(out -> out.write(random));
          watch.checkpoints().keep(out -> out.write(random, 0, 1_200_000));
          taken.add(takenByCheckpoints());
          try (InputStream in = watch.checkpoints().newest().orElseThrow()) {
            found.add(in.readAllBytes());
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
          return Samples.result(trial);
        });
    heard.awaitEnd(experiments.submit(Samples.spec("large", 1)));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).isEqualTo(Arrays.copyOf(random, 1_200_000));
    assertThat(taken).containsExactly(1_200_000L);
    storage.close(); // it is cleared after the end was told of
    assertThat(checkpoints()).isEmpty();
    openFirst();
    assertThat(takenByCheckpoints()).isZero();
  }

  /** Of the newest experiment. */
  private long takenByCheckpoints() {
    ExperimentId newest = experiments.list(Search.ALL, Optional.empty(), 1).getFirst().id();
    return experiments.diskParts(newest).checkpoints();
  }

  @Test
  void anAttemptThatWasGivenUpReplacesNoCheckpoint() {
    var frozen = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    var ready = new CountDownLatch(1);
    var attempts = new AtomicInteger();
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    start(
        new Lane("cpu", 2),
        (spec, trial, watch) -> {
          if (attempts.incrementAndGet() == 1) {
            KeepTexts.keep(watch, "old");
            ready.countDown();
            await(frozen);
            KeepTexts.keep(watch, "old, woken");
            found.add(KeepTexts.newest(watch));
            woken.countDown();
            return Samples.result(1);
          }
          found.add(KeepTexts.newest(watch));
          KeepTexts.keep(watch, "new");
          frozen.countDown();
          await(woken);
          found.add(KeepTexts.newest(watch));
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
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          KeepTexts.keep(watch, "of trial " + trial);
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
    assertThat(checkpoints()).containsExactly("of trial 2");
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
    start(
        ONE_SLOT,
        (spec, trial, watch) -> {
          found.add(KeepTexts.newest(watch));
          KeepTexts.keep(watch, "first");
          kept.countDown();
          return untilCancelled(spec, trial, watch);
        });
    Experiment experiment = experiments.submit(Samples.spec("retried", 1));
    await(kept);
    experiments.cancel(experiment.id());
    heard.awaitEnd(experiment);
    reopen(); // the server may be started anew in between

    start(ONE_SLOT, KeepTexts.noting(found));
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
    start(
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
    assertThat(waits.get(1)).isBetween(1_900L, 30_000L); // a hundredfold of what a busy disk takes
    assertThat(waits.get(2)).isGreaterThan(100 * 40L - 100);
  }
}
