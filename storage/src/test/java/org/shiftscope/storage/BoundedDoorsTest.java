package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.TrialQueue.Lane;

/** What the doors read does not grow with what else is stored. The rows are counted by H2. */
final class BoundedDoorsTest {

  @TempDir Path folder;

  @Test
  void theSameRowsAreReadWithTenAndWithTenThousandTrials() throws Exception {
    Map<String, Long> ten = rowsRead(10);
    assertThat(rowsRead(10_000)).isEqualTo(ten);
    assertThat(ten.values()).allMatch(rows -> rows > 0 && rows < 200);
  }

  private Map<String, Long> rowsRead(int trials) throws Exception {
    Path home = folder.resolve("with-" + trials);
    ExperimentId id;
    try (Storage storage = Storage.open(home, StorageStory.clock());
        var heard = new Heard(storage.experiments())) {
      id = fill(storage, heard, home, trials);
    }
    try (var counted = new CountedRows(home)) {
      Experiments doors = counted.experiments();
      Map<String, Long> rows = new LinkedHashMap<>();
      rows.put("list", counted.of(() -> doors.list(Search.ALL, Optional.empty(), 50)));
      rows.put(
          "list of those with a measured trial",
          counted.of(() -> doors.list(measured(), Optional.empty(), 50)));
      rows.put("summary", counted.of(() -> doors.summary(id)));
      rows.put("open", counted.of(() -> doors.find(id)));
      rows.put("a part of the trials", counted.of(() -> doors.trials(id, 5, 3)));
      rows.put("one trial", counted.of(() -> doors.trial(id, 7)));
      rows.put("one .npz", counted.of(() -> doors.parameters(id, 7, NamedPoint.SGD_END)));
      rows.put("health", counted.of(doors::waitingTrials));
      rows.put("submit", counted.of(() -> doors.submit(Samples.spec("more", 3))));
      return rows;
    }
  }

  private static Search measured() {
    return ReadSearch.of("kind:temperature-sweep outcome:measured", "q");
  }

  /** One finished experiment, one that waits with half its trials done, one that waits. */
  private static ExperimentId fill(Storage storage, Heard heard, Path home, int trials)
      throws SQLException {
    Experiments experiments = storage.experiments();
    Experiment one = experiments.submit(Samples.spec("one", 1));
    try (var lane =
        storage
            .queue()
            .start(
                new Lane("cpu", 1),
                (spec, trial, watch) -> {
                  watch.reached(NamedPoint.SGD_END, new double[] {1});
                  return Samples.result(trial);
                })) {
      heard.awaitEnd(one);
    }
    Experiment many = experiments.submit(spec("many", trials));
    experiments.submit(spec("waits", trials));
    copyResult(home, one.id(), many.id());
    return many.id();
  }

  private static TemperatureSweep spec(String title, int trials) {
    return trials == 10_000 ? Samples.tenThousand(title) : Samples.spec(title, trials);
  }

  /** Gives every trial of an experiment the one result of another. */
  private static void copyResult(Path home, ExperimentId from, ExperimentId to)
      throws SQLException {
    String url = "jdbc:h2:file:" + home.resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.createStatement()) {
      for (String table :
          new String[] {
            "result (experiment, number, attempt, format, version, outcome, sentence, body) SELECT t.experiment, t.number, attempt, format, version, r.outcome, sentence, body",
            "curve (experiment, number, path, size, numbers) SELECT t.experiment, t.number, path, size, numbers",
            "parameters (experiment, number, point, part, size, width, numbers) SELECT t.experiment, t.number, point, part, size, width, numbers"
          }) {
        String name = table.substring(0, table.indexOf(' '));
        statement.executeUpdate(
            "INSERT INTO %s FROM trial t, %s r WHERE r.experiment = '%s' AND t.experiment = '%s'"
                .formatted(table, name, from, to));
      }
      statement.executeUpdate(
          "UPDATE trial SET state = 'finished', outcome = 'measured', attempts = 1 WHERE experiment = '%s'"
              .formatted(to));
      statement.executeUpdate(
          "UPDATE tally SET state = 'finished', outcome = 'measured' WHERE experiment = '%s'"
              .formatted(to));
      statement.executeUpdate(
          "UPDATE experiment SET state = 'finished' WHERE id = '%s'".formatted(to));
    }
  }
}
