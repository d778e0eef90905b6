package org.shiftscope.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

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

  /** Notes the newest checkpoint that a trial finds, and ends. */
  static TrialWork noting(List<String> found) {
    return (spec, trial, watch) -> {
      found.add(newest(watch));
      return Samples.result(trial);
    };
  }
}
