package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server killed with SIGKILL in the middle of its work and started again goes on: nothing that it
 * told is lost, and no trial is stored twice. {@link TortureTest} kills many times more.
 */
final class KillTest {

  private static final int KILLS = 4;
  private static final int EXPERIMENTS = 2;
  private static final int TRIALS = 60;
  private static final int ALL = EXPERIMENTS * TRIALS;

  @TempDir Path folder;

  private final Random random = new Random(1);
  private final Set<String> stored = new HashSet<>();
  private final Set<String> submitted = new HashSet<>();

  @Test
  @Timeout(600)
  void killedAgainAndAgainItEndsWithEveryTrialFinishedOnce() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(kill == 0 ? EXPERIMENTS : 0);
      checkNothingToldIsLost();
    }
    assertThat(stored).describedAs("killed in the middle").hasSizeBetween(1, ALL - 1);
    finish();
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000))
          .hasSize(EXPERIMENTS);
      storage
          .experiments()
          .list(Search.ALL, Optional.empty(), 1_000)
          .forEach(each -> checkFinishedOnce(storage, each));
    }
  }

  private void runAndKill(int submissions) throws InterruptedException {
    int linesLeft = submissions + 1 + random.nextInt(2 * ALL / (KILLS + 1));
    try (var server = ChildJvm.start(KilledServer.class, folder, submissions, TRIALS)) {
      for (String line = server.line(); !line.isEmpty(); line = server.line()) {
        note(line);
        if (linesLeft-- == 0) {
          server.kill();
        }
      }
    }
  }

  private void finish() throws InterruptedException {
    try (var server = ChildJvm.start(KilledServer.class, folder, 0, TRIALS)) {
      List<String> lines = server.rest();
      lines.forEach(this::note);
      assertThat(lines).last().isEqualTo("done");
    }
  }

  private void note(String line) {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "stored" ->
          assertThat(stored.add(words[1])).describedAs("%s is stored once", words[1]).isTrue();
      case "submitted" -> submitted.add(words[1]);
      default -> {}
    }
  }

  private void checkNothingToldIsLost() {
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      Experiments experiments = storage.experiments();
      Set<String> kept = new HashSet<>();
      for (ExperimentSummary experiment : experiments.list(Search.ALL, Optional.empty(), 1_000)) {
        for (Trial trial : experiments.trials(experiment.id())) {
          trial
              .result()
              .ifPresent(
                  result -> {
                    assertThat(result).isEqualTo(Samples.result(trial.number()));
                    kept.add(experiment.id() + " " + trial.number());
                  });
          assertThat(trial.result().isPresent()).isEqualTo(trial.state() == TrialState.FINISHED);
        }
      }
      assertThat(kept).containsAll(stored);
      assertThat(experiments.list(Search.ALL, Optional.empty(), 1_000))
          .extracting(each -> each.id().value())
          .containsAll(submitted);
    }
  }

  private static void checkFinishedOnce(Storage storage, ExperimentSummary experiment) {
    assertThat(experiment.state()).isEqualTo(ExperimentState.FINISHED);
    List<Trial> trials = storage.experiments().trials(experiment.id());
    assertThat(trials)
        .extracting(trial -> trial.result().orElseThrow())
        .isEqualTo(IntStream.range(0, TRIALS).mapToObj(Samples::result).toList());
    List<Integer> ended = new ArrayList<>();
    storage.experiments().events(experiment.id(), 0).stream()
        .filter(event -> event.type() == Event.Type.TRIAL_ENDED)
        .forEach(event -> ended.add(event.trial().orElseThrow()));
    assertThat(ended)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TRIALS).boxed().toList());
  }
}
