package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;

/** The front door on H2, and what only a look into the database can show. */
final class H2FrontDoorTest extends FrontDoorContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }

  private Path file() {
    return folder.resolve("data").resolve("shiftscope.mv.db");
  }

  private void set(String what) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("data").resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.createStatement()) {
      statement.execute("SET " + what);
    }
  }

  private void execute(String sql, Object... values) {
    String url = "jdbc:h2:file:" + folder.resolve("data").resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isPositive();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** What a newer reader, a stricter law or a damaged disk can make of a stored spec. */
  private void spoilSpecs(List<Experiment> four) {
    String law =
        "UPDATE experiment SET spec = REPLACE(spec, '\"batchSize\":', '\"batchSize\":-') WHERE id = ?";
    execute(law, four.get(0).id().value());
    execute(
        "UPDATE experiment SET spec = '{\"kind\": \"temp' WHERE id = ?", four.get(1).id().value());
    execute("UPDATE experiment SET version = 7 WHERE id = ?", four.get(2).id().value());
    execute(
        "UPDATE experiment SET kind = 'dream', spec = '{\"kind\":\"dream\",\"title\":\"x\"}' WHERE id = ?",
        four.get(3).id().value());
  }

  @Test
  void aSpecThatCannotBeReadIsARowWithASentence() {
    List<Experiment> four = submitFour();
    Experiment sound = experiments.submit(Samples.spec("sound", 1));
    spoilSpecs(four);

    assertThat(experiments.list(Search.ALL, Optional.empty(), 10))
        .extracting(ExperimentSummary::title)
        .containsExactly("sound", "s3", "s2", "s1", "s0");
    assertThat(four.stream().map(each -> sentence(each.id())).toList())
        .satisfiesExactly(
            law ->
                assertThat(law).contains("this version refuses what it holds: sgd.batchSize must"),
            damaged -> assertThat(damaged).contains("its JSON is damaged"),
            newer ->
                assertThat(newer).contains("a newer version of Shiftscope (temperature-sweep 7"),
            unknown -> assertThat(unknown).contains("kind must be one of").contains("it is dream"));
    assertThat(experiments.storedSpec(four.get(1).id())).contains("{\"kind\": \"temp");
    assertThat(experiments.find(sound.id()).orElseThrow().spec()).isPresent();
    assertThat(experiments.waitingTrials()).isEqualTo(5);
  }

  private List<Experiment> submitFour() {
    return IntStream.range(0, 4)
        .mapToObj(i -> experiments.submit(Samples.spec("s" + i, 1)))
        .toList();
  }

  private String sentence(ExperimentId id) {
    Document<ExperimentSpec> document = experiments.find(id).orElseThrow().document();
    return ((Document.Unreadable<ExperimentSpec>) document).sentence();
  }

  @Test
  void aTrialWhoseSpecCannotBeReadFailsAloneAndItsExperimentCanBeDeleted() {
    List<Experiment> four = submitFour();
    Experiment sound = experiments.submit(Samples.spec("sound", 2));
    spoilSpecs(four);
    work(sound, 2);
    for (Experiment each : four) {
      ExperimentSummary now = experiments.summary(each.id()).orElseThrow();
      assertThat(now.state()).isEqualTo(ExperimentState.FAILED);
      assertThat(experiments.trial(each.id(), 0).orElseThrow().failure().orElseThrow())
          .startsWith("The trial cannot run without its spec: submit it again as a new one. This");
      assertThat(experiments.delete(each.id())).isTrue();
      assertThat(experiments.purge(each.id())).isTrue();
    }
    assertThat(experiments.summary(sound.id()).orElseThrow().state())
        .isEqualTo(ExperimentState.FINISHED);
  }

  @Test
  void theResultsOfASpecThatCannotBeReadAreStillThere() {
    Experiment experiment = experiments.submit(Samples.spec("lost spec", 2));
    work(experiment, 2);
    execute("UPDATE experiment SET spec = 'oops' WHERE id = ?", experiment.id().value());
    assertThat(experiments.trial(experiment.id(), 1).orElseThrow().result())
        .contains(Samples.result(1));
    assertThat(experiments.parameters(experiment.id(), 1, NamedPoint.SGD_END))
        .hasValue(new double[] {1, 0.5});
  }

  @Test
  void aResultThatCannotBeReadSaysSoAndHidesNoOther() {
    Experiment experiment = experiments.submit(Samples.spec("results", 6));
    ExperimentId id = experiment.id();
    work(experiment, 6);
    execute("UPDATE result SET body = 'oops' WHERE experiment = ? AND number = 0", id.value());
    execute("UPDATE result SET version = 99 WHERE experiment = ? AND number = 1", id.value());
    execute(
        "UPDATE result SET format = 'dream', body = '{\"type\":\"dream\"}' WHERE experiment = ? AND number = 2",
        id.value());
    execute(
        "UPDATE result SET outcome = 'vanished' WHERE experiment = ? AND number = 3", id.value());
    execute("UPDATE curve SET numbers = X'00' WHERE experiment = ? AND number = 4", id.value());

    List<Trial> trials = experiments.trials(id);

    assertThat(trials.get(5).result()).contains(Samples.result(5));
    assertThat(trials.subList(0, 5)).allMatch(trial -> trial.result().isEmpty());
    assertThat(trials.subList(0, 5).stream().map(Trial::sentence))
        .satisfiesExactly(
            damaged -> assertThat(damaged).contains("its JSON is damaged"),
            newer -> assertThat(newer).contains("a newer version of Shiftscope"),
            unknown -> assertThat(unknown).contains("No result is of the type dream"),
            outcome -> assertThat(outcome).contains("vanished"),
            curve -> assertThat(curve).contains("An array has 0 bytes, not 488"));
    Document<TrialResult> second = trials.get(1).document().orElseThrow();
    assertThat(((Document.Unreadable<TrialResult>) second).json())
        .startsWith("{\"type\":\"shift-measurement\"");
  }

  @Test
  void whatIsPurgedMakesRoomOnTheDiskForWhatComes() throws Exception {
    long[] sizes = new long[4];
    set("RETENTION_TIME 0"); // H2 keeps what is dead for 45 s before it writes over it
    for (int round = 0; round < sizes.length; round++) {
      Experiment experiment = experiments.submit(Samples.spec("round " + round, 50));
      work(experiment, 50);
      experiments.delete(experiment.id());
      experiments.purge(experiment.id());
      sizes[round] = Files.size(file());
    }
    assertThat(sizes[3])
        .describedAs("bytes of the file after each round: %s", Arrays.toString(sizes))
        .isLessThan(2 * sizes[0]);
  }
}
