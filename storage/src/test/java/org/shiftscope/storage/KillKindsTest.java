package org.shiftscope.storage;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A trial of any kind whose process is killed with SIGKILL goes on from its checkpoint, and ends
 * with the very bits of one that was not disturbed.
 */
@Timeout(600)
final class KillKindsTest {

  private static final Map<String, TrialResult> UNDISTURBED = new TreeMap<>();

  @TempDir Path folder;

  @Test
  void killedInAllKindsAtOnceTheyEndWithTheSameBits() throws Exception {
    try (var server = start("submit")) {
      String line = server.line();
      while (line.startsWith("kept ")) {
        line = server.line();
      }
      assertThat(line)
          .describedAs("no trial ends before each has a checkpoint")
          .isEqualTo("all kept");
      server.kill();
    }
    Set<String> resumed = new TreeSet<>();
    try (var server = start("go on")) {
      undisturbed();
      server.rest().forEach(line -> note(line, resumed));
    }
    assertThat(resumed).isEqualTo(undisturbed().keySet());
    assertThat(results()).isEqualTo(undisturbed());
  }

  private static void note(String line, Set<String> resumed) {
    if (line.startsWith("resumed ")) {
      resumed.add(line.substring("resumed ".length()));
    }
  }

  private ChildJvm start(String how) {
    return ChildJvm.start("512m", KilledKinds.class, folder, how);
  }

  /** The results by title of trials that nobody disturbs, run here and once. */
  private static synchronized Map<String, TrialResult> undisturbed() {
    var run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
    for (ExperimentSpec spec : SmallExperiments.ofEveryKind(Size.SECONDS)) {
      UNDISTURBED.computeIfAbsent(spec.title(), title -> run.run(spec, 0, TrialWatch.none()));
    }
    return UNDISTURBED;
  }

  private Map<String, TrialResult> results() {
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      return storage.experiments().list(Search.ALL, Optional.empty(), 100).stream()
          .collect(toMap(ExperimentSummary::title, each -> result(storage, each)));
    }
  }

  private static TrialResult result(Storage storage, ExperimentSummary experiment) {
    assertThat(experiment.state())
        .describedAs(experiment.title())
        .isEqualTo(ExperimentState.FINISHED);
    return storage.experiments().trials(experiment.id()).getFirst().result().orElseThrow();
  }
}
