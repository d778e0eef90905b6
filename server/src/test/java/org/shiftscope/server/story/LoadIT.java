package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.TrialWork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code make load}: how long the launcher takes to start on a record of thousands of finished
 * experiments, and to answer from it over loopback. The record is made once, copies of an
 * experiment that ran, and kept in the build folder.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class LoadIT {

  private static final int EXPERIMENTS = Integer.getInteger("load.experiments", 5_000);
  private static final int SEEDS = 15; // of two temperatures: 30 trials
  private static final int REQUESTS = 200;
  private static final int WARM_UP = 50;

  @Test
  void theServerStartsAndAnswersInTimeWithManyExperiments() throws Exception {
    Path data = Path.of("target", "load-" + EXPERIMENTS).toAbsolutePath();
    if (!Files.exists(data.resolve("whole"))) {
      fill(data);
      Files.createFile(data.resolve("whole"));
    }
    long start = System.nanoTime();
    try (ChildServer server =
        ChildServer.launch("serve", "--port", "0", "--data", data.toString())) {
      Lab lab = server.serving();
      assertThat(lab.get("/api/health").status()).isEqualTo(200);
      double seconds = (System.nanoTime() - start) / 1e9;
      say("| start, to the first answer | %.1f s |", seconds);
      say("| database file | %.0f MB |", Files.size(data.resolve("shiftscope.mv.db")) / 1e6);
      double slowest = ask(lab);
      say(
          "| memory of the process (RSS) after %d requests | %.0f MB |",
          REQUESTS * 13, server.residentBytes() / 1e6);
      assertThat(seconds).isLessThan(10);
      assertThat(slowest).describedAs("milliseconds").isLessThan(300);
    }
  }

  private static double ask(Lab lab) {
    JsonNode[] known =
        lab.get("/api/experiments?limit=1000").json().valueStream().toArray(JsonNode[]::new);
    IntFunction<String> one =
        i -> "/api/experiments/" + known[i * 37 % known.length].get("id").asString();
    String withParameters = "/api/experiments/" + known[0].get("id").asString();
    double slowest = 0;
    slowest = Math.max(slowest, time(lab, "list, first 100", i -> "/api/experiments"));
    slowest =
        Math.max(
            slowest,
            time(
                lab,
                "list, a page in the middle",
                i -> "/api/experiments?after=" + known[known.length - 1].get("id").asString()));
    slowest =
        Math.max(
            slowest,
            time(
                lab,
                "search, some hits",
                i -> "/api/experiments?text=number+" + i * 7 % EXPERIMENTS + "x"));
    slowest = Math.max(slowest, time(lab, "search, no hit", i -> "/api/experiments?text=nowhere"));
    for (String q :
        List.of(
            "kind:temperature-sweep network:mlp dataset:digits number",
            "curvature<1e9 measured>5 -tag:old",
            "-has:curvature -note:nowhere",
            "created>2020 tag:nothing,nowhere",
            "is:active,archived state:finished tau>2")) {
      String asked = "/api/experiments?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
      slowest = Math.max(slowest, time(lab, "search, " + q, i -> asked));
    }
    slowest = Math.max(slowest, time(lab, "open", one));
    slowest =
        Math.max(slowest, time(lab, "results of one (30 trials)", i -> one.apply(i) + "/results"));
    slowest =
        Math.max(
            slowest, time(lab, "one .npz", i -> withParameters + "/trials/0/parameters/sgd-end"));
    return Math.max(slowest, time(lab, "health", i -> "/api/health"));
  }

  /** Asks again and again. Returns the 95th percentile in milliseconds. */
  private static double time(Lab lab, String what, IntFunction<String> path) {
    for (int i = 0; i < WARM_UP; i++) {
      lab.get(path.apply(i));
    }
    double[] millis = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      String asked = path.apply(i);
      long start = System.nanoTime();
      Answer answer = lab.get(asked);
      millis[i] = (System.nanoTime() - start) / 1e6;
      assertThat(answer.status()).describedAs(asked).isEqualTo(200);
    }
    Arrays.sort(millis);
    say(
        "| %s | median %.1f ms, 95th percentile %.1f ms |",
        what, millis[REQUESTS / 2], millis[REQUESTS * 95 / 100]);
    return millis[REQUESTS * 95 / 100];
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
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
      run(storage, "number " + (EXPERIMENTS - 1) + "x", real::run);
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
      for (int i = 1; i < EXPERIMENTS - 1; i++) {
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
    ObjectNode json = Lab.smallSweep(SEEDS);
    return ReadSpec.from(json.put("title", title));
  }
}
