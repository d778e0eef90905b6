package org.shiftscope.storage;

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
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.TrialResult;

/**
 * A trial of any kind whose process is killed with SIGKILL goes on from its checkpoint, and ends
 * with the very bits of one that was not disturbed. {@code -Dtorture} kills in every kind.
 */
final class KillKindsTest {

  private static final String TORTURE = System.getProperty("torture");
  private static final int KINDS = SmallExperiments.ofEveryKind(Size.SECONDS).size();

  @TempDir Path undisturbed;
  @TempDir Path killed;

  @Test
  @Timeout(600)
  void killedInEveryKindItEndsWithTheSameBits() throws Exception {
    try (var server = start(undisturbed, "submit")) {
      assertThat(server.rest()).last().isEqualTo("done");
    }
    int wanted = TORTURE == null || TORTURE.equals("false") ? 2 : KINDS;
    Set<String> killedIn = new TreeSet<>();
    Set<String> resumed = new TreeSet<>();
    String how = "submit";
    while (killedIn.size() < wanted) {
      killedIn.add(killOnceOneIsKept(how, killedIn, resumed));
      how = "go on";
    }
    try (var server = start(killed, how)) {
      server.rest().forEach(line -> note(line, resumed));
    }
    assertThat(resumed).containsAll(killedIn);
    assertThat(results(killed)).isEqualTo(results(undisturbed)).hasSize(KINDS);
  }

  /** Kills when an experiment that was not killed before has a checkpoint on disk. */
  private String killOnceOneIsKept(String how, Set<String> before, Set<String> resumed)
      throws InterruptedException {
    try (var server = start(killed, how)) {
      for (String line = server.line(); !line.isEmpty(); line = server.line()) {
        note(line, resumed);
        String[] words = line.split(" ", 2);
        if (words[0].equals("kept") && !before.contains(words[1])) {
          server.kill();
          return words[1];
        }
      }
    }
    throw new AssertionError("Every trial ended before it was killed; killed in " + before);
  }

  private static void note(String line, Set<String> resumed) {
    if (line.startsWith("resumed ")) {
      resumed.add(line.substring("resumed ".length()));
    }
  }

  private static ChildJvm start(Path folder, String how) {
    return ChildJvm.start("512m", KilledKinds.class, folder, how);
  }

  private static Map<String, TrialResult> results(Path folder) {
    Map<String, TrialResult> results = new TreeMap<>();
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      for (ExperimentSummary experiment :
          storage.experiments().list(ExperimentQuery.ALL, Optional.empty(), 100)) {
        assertThat(experiment.state())
            .describedAs(experiment.title())
            .isEqualTo(ExperimentState.FINISHED);
        for (Trial trial : storage.experiments().trials(experiment.id())) {
          results.put(experiment.title(), trial.result().orElseThrow());
        }
      }
    }
    return results;
  }
}
