package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.TrialQueue.Lane;

/** What the front door promises of lists, parts and the bin, on whatever database. */
abstract class FrontDoorContract extends StorageStory {

  /** Runs everything that waits; the trials from a number on diverge. */
  void work(Experiment last, int divergeFrom) {
    try (var lane =
        start(
            new Lane("cpu", 1),
            (spec, trial, watch) -> {
              watch.reached(NamedPoint.SGD_END, new double[] {trial, 0.5});
              return trial < divergeFrom
                  ? Samples.result(trial)
                  : new Diverged("It diverged.", 7, new Execution("cpu", 1, "test"));
            })) {
      heard.awaitEnd(last);
    }
  }

  private List<String> titles(Search query, Optional<ExperimentId> after, int limit) {
    return experiments.list(query, after, limit).stream().map(ExperimentSummary::title).toList();
  }

  private List<String> titles(Search query) {
    return titles(query, Optional.empty(), 100);
  }

  private static Search text(String words) {
    return Search.words(words);
  }

  private static Search in(ExperimentState state) {
    return Search.ALL.and("state", List.of(state.id()));
  }

  private static final Search BIN = Search.BIN;

  @Test
  void theListComesInPartsTheNewestFirst() {
    for (int i = 0; i < 5; i++) {
      experiments.submit(Samples.spec("number " + i, 1));
    }
    assertThat(titles(Search.ALL, Optional.empty(), 2)).containsExactly("number 4", "number 3");
    ExperimentId last = experiments.list(Search.ALL, Optional.empty(), 2).get(1).id();
    assertThat(titles(Search.ALL, Optional.of(last), 10))
        .containsExactly("number 2", "number 1", "number 0");
    assertThat(titles(Search.ALL, Optional.of(new ExperimentId("aaaaaaaaaaaa")), 10)).isEmpty();
  }

  @Test
  void theSearchFindsTitlesIdsStatesNamesAndNumbersInTheSpec() {
    Experiment cold = experiments.submit(Samples.spec("Cold 100%_\\", 1));
    experiments.submit(Samples.spec("Hot", 1));
    experiments.cancel(cold.id());
    assertThat(titles(text("hot"))).containsExactly("Hot");
    assertThat(titles(text("CANCELLED cold"))).containsExactly(cold.title());
    assertThat(titles(text(cold.id().value()))).containsExactly(cold.title());
    assertThat(titles(text("digits mlp"))).containsExactly("Hot", cold.title());
    assertThat(titles(text("mlp 32"))).containsExactly("Hot", cold.title());
    assertThat(titles(text("mlp 777"))).isEmpty();
    assertThat(titles(text("0%_\\"))).containsExactly(cold.title());
    assertThat(titles(text("o_"))).isEmpty();
    assertThat(titles(text("seeds"))).describedAs("names of fields are not found").isEmpty();
  }

  @Test
  void aZeroCharacterIsSearchedForAndKeptAsOneThatEveryDatabaseHas() {
    Experiment experiment = experiments.submit(Samples.spec("zero", 1));
    assertThat(titles(text("ze\0ro"))).isEmpty();
    try (var lane =
        start(
            new Lane("cpu", 1),
            (spec, trial, watch) -> {
              throw new IllegalStateException("The file a\0b is missing: copy it there.");
            })) {
      heard.awaitEnd(experiment);
    }
    assertThat(experiments.trial(experiment.id(), 0).orElseThrow().failure().orElseThrow())
        .isEqualTo("The file a\uFFFDb is missing: copy it there.");
  }

  @Test
  void whatAnExperimentTakesIsToldByWhat() {
    Experiment experiment = experiments.submit(Samples.spec("takes", 2));
    assertThat(experiments.diskParts(experiment.id()).bytes()).isZero();
    work(experiment, 1);
    DiskParts parts = experiments.diskParts(experiment.id());
    assertThat(parts.results()).isPositive();
    assertThat(parts.curves()).isPositive();
    assertThat(parts.parameters()).isPositive();
    assertThat(parts.bytes()).isEqualTo(experiments.largest(1).getFirst().bytes());
    assertThat(experiments.diskParts(new ExperimentId("aaaaaaaaaaaa")).bytes()).isZero();
  }

  @Test
  void theListIsFilteredByStateAndByKind() {
    Experiment cancelled = experiments.submit(Samples.spec("cancelled", 1));
    experiments.submit(Samples.spec("queued", 1));
    experiments.cancel(cancelled.id());
    assertThat(titles(in(ExperimentState.QUEUED))).containsExactly("queued");
    assertThat(titles(in(ExperimentState.CANCELLED))).containsExactly("cancelled");
    assertThat(titles(in(ExperimentState.RUNNING))).isEmpty();
    assertThat(titles(with(Set.of("temperature-sweep"), Set.of()))).hasSize(2);
    assertThat(titles(with(Set.of("landscape"), Set.of()))).isEmpty();
  }

  @Test
  void theListIsFilteredByWhatTrialsCameTo() {
    Experiment measured = experiments.submit(Samples.spec("measured", 1));
    work(measured, 1);
    experiments.submit(Samples.spec("waits", 1));
    assertThat(titles(with(Set.of(), Set.of("measured", "unconverged"))))
        .containsExactly("measured");
    assertThat(titles(with(Set.of(), Set.of("diverged")))).isEmpty();
    assertThat(titles(with(Set.of("temperature-sweep", "landscape"), Set.of())))
        .containsExactly("waits", "measured");
    assertThat(titles(with(Set.of("landscape", "diffusion"), Set.of("measured")))).isEmpty();
  }

  private static Search with(Set<String> kinds, Set<String> outcomes) {
    Search of = kinds.isEmpty() ? Search.ALL : Search.ALL.and("kind", kinds);
    return outcomes.isEmpty() ? of : of.and("outcome", outcomes);
  }

  @Test
  void outcomesAreCounted() {
    Experiment experiment = experiments.submit(Samples.spec("hot", 12));
    work(experiment, 4);
    ExperimentSummary summary = experiments.summary(experiment.id()).orElseThrow();
    assertThat(summary.state()).isEqualTo(ExperimentState.FINISHED);
    assertThat(summary.outcomes()).containsExactly(entry("diverged", 8), entry("measured", 4));
    assertThat(summary.progress()).isEqualTo(new Experiment.Progress(12, 12, 1, Optional.empty()));
    assertThat(experiments.list(Search.ALL, Optional.empty(), 1)).containsExactly(summary);
    assertThat(experiments.trials(experiment.id(), 0, 100))
        .extracting(trial -> trial.outcome().orElseThrow())
        .startsWith("measured", "measured", "measured", "measured", "diverged");
  }

  @Test
  void trialsAndResultsComeInParts() {
    Experiment experiment = experiments.submit(Samples.spec("parts", 12));
    ExperimentId id = experiment.id();
    assertThat(experiments.results(id, List.of(3))).isEmpty();
    work(experiment, 12);
    assertThat(experiments.trials(id, 3, 2)).extracting(TrialSummary::number).containsExactly(3, 4);
    assertThat(experiments.trials(id, 11, 2)).extracting(TrialSummary::number).containsExactly(11);
    assertThat(experiments.trial(id, 12)).isEmpty();
    assertThat(experiments.trial(id, 7).orElseThrow().result()).contains(Samples.result(7));
    assertThat(experiments.results(id, List.of(2, 9, 99)))
        .containsOnly(
            entry(2, new Document.Readable<>(Samples.result(2))),
            entry(9, new Document.Readable<>(Samples.result(9))));
    assertThat(experiments.results(id, IntStream.range(0, 12).boxed().toList())).hasSize(12);
  }

  @Test
  void whatWaitsIsCounted() {
    assertThat(experiments.waitingTrials()).isZero();
    Experiment experiment = experiments.submit(Samples.spec("waits", 7));
    Experiment other = experiments.submit(Samples.spec("waits too", 3));
    assertThat(experiments.waitingTrials()).isEqualTo(10);
    experiments.cancel(experiment.id());
    assertThat(experiments.waitingTrials()).isEqualTo(3);
    experiments.retry(experiment.id());
    assertThat(experiments.waitingTrials()).isEqualTo(10);
    experiments.cancel(experiment.id());
    work(other, 3);
    assertThat(experiments.waitingTrials()).isZero();
  }

  @Test
  void manyTrialsAreSubmittedCancelledAndRetriedWithoutKeepingOthersWaiting() {
    var spec = Samples.tenThousand("many");
    long start = System.nanoTime();
    Experiment experiment = experiments.submit(spec);
    experiments.cancel(experiment.id());
    experiments.retry(experiment.id());
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(experiments.waitingTrials()).isEqualTo(10_000);
    assertThat(millis).describedAs("milliseconds for all three").isLessThan(30_000);
  }

  @Test
  void whatIsDeletedIsInTheBinUntilItIsPurged() {
    Experiment kept = experiments.submit(Samples.spec("kept", 1));
    Experiment gone = experiments.submit(Samples.spec("gone", 2));
    work(gone, 2);
    assertThat(experiments.purge(gone.id())).describedAs("it is not deleted").isFalse();
    experiments.delete(gone.id());
    assertThat(titles(Search.ALL)).containsExactly("kept");
    assertThat(titles(BIN)).containsExactly("gone");
    assertThat(experiments.summary(gone.id()).orElseThrow().deleted()).isPresent();
    experiments.restore(gone.id());
    assertThat(experiments.summary(gone.id()).orElseThrow().deleted()).isEmpty();
    experiments.delete(gone.id());
    heard.forget();

    assertThat(experiments.purge(gone.id())).isTrue();

    heard.await(event -> event.type() == Event.Type.EXPERIMENT_PURGED);
    assertThat(experiments.purge(gone.id())).isFalse();
    assertThat(experiments.find(gone.id())).isEmpty();
    assertThat(experiments.trials(gone.id())).isEmpty();
    assertThat(experiments.events(gone.id(), 0)).isEmpty();
    assertThat(experiments.parameters(gone.id(), 0, NamedPoint.SGD_END)).isEmpty();
    assertThat(titles(BIN)).isEmpty();
    assertThat(experiments.trial(kept.id(), 0).orElseThrow().result()).isPresent();
  }

  @Test
  void theBinIsPurgedByAge() {
    Experiment old = experiments.submit(Samples.spec("old", 1));
    experiments.cancel(old.id());
    experiments.delete(old.id());
    assertThat(experiments.purgeDeletedBefore(Instant.EPOCH)).isZero();
    assertThat(experiments.find(old.id())).isPresent();
    assertThat(experiments.purgeDeletedBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
    assertThat(experiments.find(old.id())).isEmpty();
  }
}
