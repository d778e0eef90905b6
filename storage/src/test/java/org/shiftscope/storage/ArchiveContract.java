package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Archives.Export;
import org.shiftscope.storage.Archives.Imported;

/** Experiments go into another, empty installation. */
abstract class ArchiveContract extends ArchiveStory {

  @Test
  void everyKindComesToAnotherInstallationWithTheSameBytes() throws IOException {
    List<Experiment> all = Stream.concat(run(ofEveryKind()), run(invariance())).toList();
    for (Experiment each : all) {
      Imported imported = other.experiments().archives().read(in(archive(each, true)));
      assertThat(imported).isEqualTo(new Imported(each.id(), true));
    }

    for (String table :
        List.of(
            "SELECT id, kind, version, title, spec, words, dataset, network, state, submitted,"
                + " started, ended, expected_seconds, checksum FROM experiment ORDER BY id",
            "SELECT experiment, number, state, fraction, attempts, started, ended, failure, weight,"
                + " outcome, waits_for FROM trial ORDER BY experiment, number",
            "SELECT * FROM result ORDER BY experiment, number",
            "SELECT * FROM curve ORDER BY experiment, number, path",
            "SELECT * FROM parameters ORDER BY experiment, number, point, part",
            "SELECT * FROM trial_input ORDER BY experiment, number, source_experiment, point",
            "SELECT experiment, state, outcome, trials FROM tally ORDER BY experiment, state")) {
      assertThat(rows(elsewhere, table)).describedAs(table).isEqualTo(rows(folder, table));
    }
    assertThat(rows(folder, "SELECT * FROM parameters")).isNotEmpty();
    for (Experiment each : all) {
      assertThat(findings(other, each)).isEqualTo(findings(storage, each));
    }
  }

  private static List<ExperimentSpec> invariance() {
    return Presets.all().stream()
        .filter(preset -> preset.id().equals("invariance-of-a-landscape"))
        .map(preset -> preset.spec())
        .toList();
  }

  private static String findings(Storage of, Experiment experiment) {
    return String.valueOf(
        of.experiments()
            .findings()
            .of(experiment.summary(), experiment.spec().orElseThrow(), Include.COUNTED));
  }

  /** Those behind docs/results/claims.md. */
  @Test
  void theRunsOfTheDocumentsAreTakenIn() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "docs", "results", "runs"))) {
      List<Path> runs = files.filter(file -> file.toString().endsWith(".zip")).toList();
      assertThat(runs).hasSize(10);
      for (Path run : runs) {
        assertThat(other.experiments().archives().read(Files.newInputStream(run)).stored())
            .as(run.toString())
            .isTrue();
      }
    }
  }

  @Test
  void withoutParametersTheResultsComeAlone() throws IOException {
    Experiment measured = measured(2);
    other.experiments().archives().read(in(archive(measured, false)));

    assertThat(other.experiments().trials(measured.id()))
        .extracting(Trial::result)
        .isEqualTo(experiments.trials(measured.id()).stream().map(Trial::result).toList());
    assertThat(other.experiments().parameters(measured.id(), 0, NamedPoint.SGD_END)).isEmpty();
  }

  @Test
  void anExperimentThatIsThereIsLeftAsItIs() throws IOException {
    Experiment measured = measured(2);
    byte[] archive = archive(measured, true);
    assertThat(experiments.archives().read(in(archive)))
        .isEqualTo(new Imported(measured.id(), false));
    other.experiments().archives().read(in(archive));
    other.experiments().delete(measured.id());

    assertThat(other.experiments().archives().read(in(archive)).stored()).isFalse();
    assertThat(rows(elsewhere, "SELECT COUNT(*) FROM result")).containsExactly("2");
  }

  @Test
  void whereItCameFromStaysVisibleThroughEachInstallation(@TempDir Path third) throws IOException {
    Experiment measured = measured(1);
    other.experiments().archives().read(in(archive(measured, false)));
    var onward = new ByteArrayOutputStream();
    other
        .experiments()
        .archives()
        .write(measured, new Export(false, "http://second/", "0.2.0"), onward);

    try (Storage last = open(third)) {
      last.experiments().archives().read(in(onward.toByteArray()));
      assertThat(last.experiments().archives().origins(measured.id()))
          .extracting(ImportedFrom::from, ImportedFrom::version)
          .containsExactly(tuple(PAGE, "0.1.0"), tuple("http://second/", "0.2.0"));
      assertThat(last.experiments().events(measured.id(), 0))
          .extracting(Event::message)
          .containsExactly(
              "Imported, from http://second/.", "Finished: all 1 trials have a result.");
    }
    assertThat(experiments.archives().origins(measured.id())).isEmpty();
  }

  @Test
  void whatFailedIsRetriedWhereItCame() throws IOException {
    Experiment failed = experiments.submit(Samples.spec("fails", 2));
    try (var lane =
        start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              fail(trial);
              return Samples.result(trial);
            })) {
      heard.awaitEnd(failed);
    }
    other.experiments().archives().read(in(archive(now(failed), true)));
    assertThat(other.experiments().retry(failed.id())).isTrue();

    try (var again = new Heard(other.experiments());
        var lane = other.queue().start(ONE_SLOT, StorageStory::quick)) {
      again.awaitEnd(failed);
    }
    assertThat(other.experiments().summary(failed.id()).orElseThrow().state())
        .isEqualTo(ExperimentState.FINISHED);
  }

  @Test
  void theDatabaseThatTookOneInIsWholeAtItsNextStart() throws IOException {
    Experiment measured = measured(3);
    other.experiments().archives().read(in(archive(measured, true)));
    other.close();
    other = open(elsewhere);
    assertThat(other.experiments().trials(measured.id())).hasSize(3);
  }

  @Test
  void anExperimentThatRunsIsNotArchived() {
    Experiment waits = experiments.submit(Samples.spec("waits", 1));
    assertThatThrownBy(() -> archive(waits, false)).hasMessageContaining("has not ended");
  }

  /** What a table holds, read beside the storage. */
  private List<String> rows(Path home, String select) {
    return Jdbi.create(() -> database().connect(home))
        .withHandle(handle -> handle.createQuery(select).map((row, context) -> line(row)).list());
  }

  private static String line(ResultSet row) throws SQLException {
    var line = new StringJoiner("|");
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      line.add(
          value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
    }
    return line.toString();
  }
}
