package org.shiftscope.storage;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/** Trials whose checkpoints are texts. */
final class KeepTexts {

  private KeepTexts() {}

  static TrialResult keepTwo(TrialWatch watch, List<String> found, String name) {
    found.add(newest(watch));
    keep(watch, name);
    keep(watch, name + ", again");
    while (!watch.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    throw new TrialCancelled();
  }

  static void keep(TrialWatch watch, String text) {
    watch.checkpoints().keep(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String newest(TrialWatch watch) {
    try (InputStream in = watch.checkpoints().newest().orElse(InputStream.nullInputStream())) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.isEmpty() ? "none" : text;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
