package org.shiftscope.server.story;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32C;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.TrialWork;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of thousands of finished experiments ({@code -Dload.experiments}), copies of one that
 * ran. It is made once, and kept in the build folder.
 */
final class ManyExperiments {

  static final int COUNT = Integer.getInteger("load.experiments", 5_000);

  /** Trials of each. */
  static final int TRIALS = 30;

  private ManyExperiments() {}

  /** The data folder, which is filled where it is not yet. */
  static Path folder() throws Exception {
    Path data = Path.of("target", "load-" + COUNT).toAbsolutePath();
    if (!Files.exists(data.resolve("whole"))) {
      fill(data);
      Files.createFile(data.resolve("whole"));
    }
    return data;
  }

  /** Two experiments that ran, the last with its parameters; the others are copies of the first. */
  private static void fill(Path data) throws Exception {
    Files.createDirectories(data);
    var real = new RunTrial(new DataFolder(data), new Execution("cpu", 1, "load"));
    try (Storage storage = Storage.open(data, Clock.systemUTC())) {
      Experiment first =
          run(
              storage,
              "number 0x",
              (spec, trial, watch) -> real.run(spec, trial, TrialWatch.none()));
      try (Connection other =
          DriverManager.getConnection(
              "jdbc:h2:file:" + data.resolve("shiftscope"), "shiftscope", "")) {
        copy(other, first.id().value());
      }
      run(storage, "number " + (COUNT - 1) + "x", real::run);
    }
  }

  private static Experiment run(Storage storage, String title, TrialWork work)
      throws InterruptedException {
    var left = new CountDownLatch(1);
    try (var news = storage.experiments().subscribe(event -> countEnd(event, left));
        var lane = storage.queue().start(new Lane("cpu", 2), work)) {
      Experiment experiment = storage.experiments().submit(titled(title));
      left.await();
      return experiment;
    }
  }

  private static void copy(Connection other, String first) throws SQLException {
    try (PreparedStatement insert =
            other.prepareStatement(
                "INSERT INTO experiment (id, kind, version, title, spec, words, state, submitted,"
                    + " started, ended, checksum) SELECT ?, kind, version, ?, spec, REPLACE(words,"
                    + " 'number 0x', ?), state, submitted, started, ended, ? FROM experiment"
                    + " WHERE id = ?");
        var statement = other.createStatement()) {
      for (int i = 1; i < COUNT - 1; i++) {
        String title = "number " + i + "x";
        insert.setString(1, "copy%08d".formatted(i));
        insert.setString(2, title);
        insert.setString(3, title);
        insert.setLong(4, checksum(other, first, title));
        insert.setString(5, first);
        insert.executeUpdate();
      }
      for (String table : List.of("trial", "tally", "event", "result", "curve")) {
        List<String> columns = columns(other, table);
        statement.executeUpdate(
            "INSERT INTO %1$s (experiment, %2$s) SELECT e.id, t.%3$s FROM %1$s t, experiment e"
                    .formatted(table, String.join(", ", columns), String.join(", t.", columns))
                + " WHERE t.experiment = '%s' AND e.id LIKE 'copy%%'".formatted(first));
      }
    }
  }

  /** As the record takes it of a spec. */
  private static long checksum(Connection other, String first, String title) throws SQLException {
    try (var statement = other.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT kind, spec FROM experiment WHERE id = '%s'".formatted(first))) {
      row.next();
      var checksum = new CRC32C();
      for (String text : List.of(row.getString("kind"), title, row.getString("spec"))) {
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return checksum.getValue();
    }
  }

  private static List<String> columns(Connection other, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet row =
        other.getMetaData().getColumns(null, "PUBLIC", table.toUpperCase(Locale.ROOT), "%")) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        if (!List.of("EXPERIMENT", "SEQUENCE").contains(column)) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  private static void countEnd(Event event, CountDownLatch left) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
      left.countDown();
    }
  }

  private static ExperimentSpec titled(String title) {
    ObjectNode json = Lab.smallSweep(TRIALS / 2);
    return ReadSpec.from(json.put("title", title));
  }
}
