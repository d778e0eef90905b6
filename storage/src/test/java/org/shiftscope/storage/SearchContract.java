package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.TrialQueue.Lane;
import tools.jackson.databind.node.ObjectNode;

/** What a search finds, on whatever database. */
abstract class SearchContract extends StorageStory {

  private Experiment submitted(String title) {
    ObjectNode spec = WriteSpec.toJson(Samples.spec(title, 4));
    spec.get("refinement").asObject().remove("earlier");
    return experiments.submit(ReadSpec.from(spec));
  }

  private Experiment measured(String title) {
    Experiment experiment = submitted(title);
    try (var lane =
        start(
            new Lane("cpu", 1),
            (spec, trial, watch) ->
                trial < 3
                    ? planted(trial)
                    : new Diverged("It diverged.", 7, new Execution("cpu", 1, "test")))) {
      heard.awaitEnd(experiment);
    }
    until(() -> !found("has:curvature name:\"" + title + "\"").isEmpty());
    return experiment;
  }

  /** Test curvature 0.5, less at higher numbers. */
  private static TrialResult planted(int trial) {
    double[] alpha = {-1, 0, 1, 2};
    double kappa = 0.5 - 0.01 * trial;
    Series line = Series.of(0.2, 0.1, 0.2, 0.3);
    return new PlantedShift.Along(
            PlantedShift.flowEnd(0.1),
            PlantedShift.flowEnd(0.1),
            1,
            new ShiftMeasurement.Line(Series.of(alpha), line, line, line, line),
            PlantedShift.fit(1, 1, 1, 0),
            PlantedShift.fit(kappa, 1, kappa, 0),
            new ShiftMeasurement.Eq3Check(0.2, 0.2 + kappa / 2, 0.2 + kappa / 2, 0.2 + kappa / 2))
        .after(PlantedShift.sgd(false, 0.11, 0.21, 0.99, 0.95), Outcome.MEASURED);
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private List<String> found(String q) {
    return experiments.list(ReadSearch.of(q, "q"), Optional.empty(), 100).stream()
        .map(ExperimentSummary::title)
        .toList();
  }

  @Test
  void everyFieldFindsWhatHasIt() {
    Experiment one = measured("one");
    Experiment two = submitted("two");
    experiments.edit(one.id(), ExperimentEdit.tags(List.of("paper", "x")));
    experiments.edit(two.id(), ExperimentEdit.favourite(true));
    experiments.writeNote(two.id(), 0, "An old idea");
    experiments.writeNote(two.id(), 1, "A new IDEA");
    double curvature = curvature(one);
    assertThat(curvature).isCloseTo(0.49, within(1e-12));

    for (String q :
        List.of(
            "tag:paper",
            "tag:nothing,paper",
            "paper",
            "name:ON -name:two",
            "state:finished",
            "outcome:diverged",
            "diverged:1",
            "measured>2",
            "measured=3",
            "-is:favourite",
            "-has:note",
            "has:tag",
            "ended>2020",
            "id:" + one.id().value().substring(0, 6),
            "curvature<" + (curvature + 1),
            "curvature>=" + curvature,
            "-state:queued kind:temperature-sweep dataset:digits network:mlp one")) {
      assertThat(found(q)).describedAs(q).containsExactly("one");
    }
    for (String q :
        List.of(
            "is:favourite",
            "note:idea",
            "-tag:paper",
            "-has:curvature",
            "-curvature<1e9",
            "-ended>2020",
            "trials>3 -measured>0",
            "state:queued,running")) {
      assertThat(found(q)).describedAs(q).containsExactly("two");
    }
    for (String q :
        List.of(
            "note:old",
            "tag:pap",
            "created<2020",
            "curvature>1e9",
            "network:cnn",
            "outcome:learnt-nothing",
            "state:failed",
            "trend:rises trend:falls")) {
      assertThat(found(q)).describedAs(q).isEmpty();
    }
    assertThat(found("created>2020 trials:4 dataset:digits -network:cnn"))
        .containsExactly("two", "one");
  }

  private double curvature(Experiment experiment) {
    OptionalDouble found = experiments.summary(experiment.id()).orElseThrow().found().curvature();
    return found.orElseThrow();
  }

  @Test
  void archiveAndBinAreLookedInOnlyWhereTheSearchSaysSo() {
    Experiment shelved = submitted("shelved");
    Experiment gone = submitted("gone");
    submitted("listed");
    experiments.edit(shelved.id(), ExperimentEdit.archived(true));
    experiments.cancel(gone.id());
    experiments.delete(gone.id());
    assertThat(found("")).containsExactly("listed");
    assertThat(found("is:archived")).containsExactly("shelved");
    assertThat(found("is:deleted")).containsExactly("gone");
    assertThat(found("is:active,archived,deleted")).containsExactly("listed", "gone", "shelved");
    assertThat(found("-is:favourite")).containsExactly("listed");
    assertThat(found("-is:archived")).containsExactly("listed");
    assertThat(found("-is:active")).containsExactly("gone", "shelved");
  }

  @Test
  void theNumbersOfAnEndedExperimentAreFoundAtTheNextStartWhereTheyAreMissing() {
    Experiment one = measured("one");
    double before = curvature(one);
    forgetFindings();
    assertThat(found("has:curvature")).isEmpty();
    reopen();
    until(() -> !found("has:curvature").isEmpty());
    assertThat(curvature(one)).isEqualTo(before);
  }

  /** As a database of before has none. */
  abstract void forgetFindings();

  @Test
  void lettersThatMeanSomethingToTheDatabaseAreLetters() {
    submitted("100%_\\ 'quoted' ; --");
    assertThat(found("0%_\\")).hasSize(1);
    assertThat(found("\"'quoted' ; --\"")).hasSize(1);
    assertThat(found("0_")).isEmpty();
    assertThat(found("name:%")).hasSize(1);
    assertThat(found("name:_1")).isEmpty();
  }

  @Test
  void searchesAreKeptByNameAndComeBack() {
    SavedSearches searches = experiments.searches();
    SavedSearch b = searches.keep(" b ", "tag:paper");
    SavedSearch a = searches.keep("A", "is:favourite");
    assertThat(searches.all()).containsExactly(a, b);
    assertThat(b.name()).isEqualTo("b");
    assertThat(searches.change(b.id(), "0", "tag:x")).isTrue();
    assertThat(searches.all()).extracting(SavedSearch::name).containsExactly("0", "A");
    assertThat(searches.delete(b.id())).isTrue();
    assertThat(searches.delete(b.id())).isFalse();
    assertThat(searches.change(b.id(), "1", "tag:x")).isFalse();
    reopen();
    assertThat(experiments.searches().all()).containsExactly(a);
    assertThat(experiments.searches().restore(b.id())).isTrue();
    assertThat(experiments.searches().find(b.id()).orElseThrow().query()).isEqualTo("tag:x");
    assertThatThrownBy(() -> experiments.searches().keep("x", "foo:bar"))
        .isInstanceOf(InvalidSpec.class);
  }
}
