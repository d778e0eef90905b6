package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a database that holds one of everything, made by the version at hand through the public
 * doors, for later versions to open. It runs only where it is told the folder, which must exist:
 * {@code -Dtest=WriteGoldenDatabase -Dgolden.database=<folder>}.
 */
@EnabledIfSystemProperty(named = "golden.database", matches = ".+")
final class WriteGoldenDatabase {

  private static final Path RESULTS =
      Path.of("../compute/src/test/resources/org/shiftscope/compute/golden/results");

  private static final JsonMapper JSON = new JsonMapper();

  /** Each look at the clock finds it a second later. */
  private final AtomicInteger seconds = new AtomicInteger();

  private final AtomicInteger ids = new AtomicInteger();
  private final Set<ExperimentSpec> failed = ConcurrentHashMap.newKeySet();
  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu: golden", 1, "golden"));

  @Test
  void write(@TempDir Path home) throws IOException {
    Path folder = Path.of(System.getProperty("golden.database", ""));
    List<String> lines;
    ObjectNode record = JSON.createObjectNode();
    try (Storage storage = Storage.open(home, clock(), this::nextId)) {
      var beside = new FillGoldenRecord(storage);
      List<Experiment> all = beside.people().ask(() -> fill(storage, beside));
      lines = all.stream().map(each -> TellStored.of(storage.experiments(), each.id())).toList();
      record.set("secrets", beside.secrets());
    }
    compact(home);
    Path copy = Files.createDirectory(home.resolve("told"));
    Files.copy(home.resolve("shiftscope.mv.db"), copy.resolve("shiftscope.mv.db"));
    try (Storage storage = Storage.open(copy, clock())) {
      record.set("told", TellRecord.of(storage, record.get("secrets")));
    }
    Files.write(folder.resolve("expected.jsonl"), lines);
    Files.writeString(folder.resolve("expected-record.json"), record.toPrettyString() + "\n");
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("shiftscope.mv.db.gz")))) {
      Files.copy(home.resolve("shiftscope.mv.db"), packed);
    }
  }

  private static void compact(Path home) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("shiftscope"), "shiftscope", "");
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private List<Experiment> fill(Storage storage, FillGoldenRecord beside) throws IOException {
    Experiments door = storage.experiments();
    List<Experiment> all = new ArrayList<>();
    try (var heard = new Heard(door)) {
      try (var _ = storage.queue().start(new Lane("cpu", 1), this::work)) {
        for (JsonNode spec : goldenSpecs()) {
          all.add(ended(door, heard, spec));
        }
        all.add(ended(door, heard, sweep("Two temperatures, the hotter diverges", 100)));
        Experiment cancelled = door.submit(ReadSpec.from(sweep("Cancelled in its second trial")));
        heard.awaitTrial(cancelled, Event.Type.TRIAL_STARTED, 1);
        assertThat(door.cancel(cancelled.id())).isTrue();
        heard.awaitEnd(cancelled);
        all.add(cancelled);
        Experiment deleted = ended(door, heard, sweep("Deleted"));
        assertThat(door.delete(deleted.id())).isTrue();
        all.add(deleted);
        all.add(ended(door, heard, sweep("Failed")));
        Experiment retried = ended(door, heard, sweep("Failed once, and retried"));
        heard.forget();
        assertThat(door.retry(retried.id())).isTrue();
        heard.awaitEnd(retried);
        all.add(retried);
        Experiment first = ended(door, heard, sweep("Repeated and started from"));
        all.add(first);
        Experiment again =
            door.again(
                first.id(), ReadSpec.from(sweep("Repeated and started from")), Optional.empty());
        heard.awaitEnd(again);
        all.add(again);
        all.add(ended(door, heard, startingFrom(first.id())));
        Experiment imported = ended(door, heard, sweep("Imported"));
        beside.takeIn(imported);
        all.add(imported);
        beside.label(first.id());
        beside.shares(first.id());
      }
      all.add(door.submit(ReadSpec.from(sweep("Still waits"))));
      all.add(beside.keyed(ReadSpec.from(sweep("Waits, submitted with a key"))));
    }
    return all;
  }

  private TrialResult work(ExperimentSpec spec, int trial, TrialWatch watch) {
    String title = spec.title();
    if (title.startsWith("Failed") && trial == 1 && (title.equals("Failed") || failed.add(spec))) {
      throw new IllegalStateException("The disk was taken away.");
    }
    while (title.startsWith("Cancelled") && trial == 1) {
      LockSupport.parkNanos(1_000_000);
      if (watch.cancelled()) {
        throw new TrialCancelled();
      }
    }
    return run.run(spec, trial, watch);
  }

  private static Experiment ended(Experiments door, Heard heard, JsonNode spec) {
    Experiment experiment = door.submit(ReadSpec.from(spec));
    heard.awaitEnd(experiment);
    return experiment;
  }

  /**
   * All but the networks with the most parameters, and those that differ from others in numbers
   * alone.
   */
  private static List<JsonNode> goldenSpecs() throws IOException {
    try (var files = Files.list(RESULTS)) {
      return files
          .sorted()
          .filter(
              file ->
                  !file.toString()
                      .matches(
                          ".*(resnet|vgg|cnn|window|momentum|isotropic|anti|flow-times|formula|invariance|two-stage).*"))
          .map(file -> JSON.readTree(file).get("spec"))
          .toList();
    }
  }

  /** The smallest sweep, with two seeds. */
  private static JsonNode sweep(String title, double... more) {
    ObjectNode spec = JSON.readTree(RESULTS.resolve("sweep-capped.json")).get("spec").asObject();
    spec.put("title", title).putArray("seeds").add(0).add(1);
    for (double temperature : more) {
      spec.withArrayProperty("temperatures").add(temperature);
    }
    return spec;
  }

  private static JsonNode startingFrom(ExperimentId first) {
    ObjectNode spec = sweep("Starts from a point").asObject();
    ObjectNode start = spec.withArrayProperty("start").addObject().put("trial", 1);
    start
        .putObject("from")
        .put("experiment", first.value())
        .put("trial", 0)
        .put("point", NamedPoint.SGD_END.id());
    return spec;
  }

  private ExperimentId nextId() {
    return new ExperimentId(String.format("golden%06d", ids.incrementAndGet()));
  }

  private Clock clock() {
    InstantSource ticks =
        () -> Instant.parse("2026-11-01T00:00:00Z").plusSeconds(seconds.getAndIncrement());
    return ticks.withZone(ZoneOffset.UTC);
  }
}
