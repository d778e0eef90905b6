package org.shiftscope.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Storage;

/** The text is what Prometheus reads, and docs/observing.md lists what is in it. */
class MetricsTest {

  /** A sample in the text format 0.0.4. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "(\\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\n\"])*\""
              + "(,[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\n\"])*\")*,?)})?"
              + " (?<value>[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf)|NaN)");

  private static final Pattern COMMENT =
      Pattern.compile(
          "# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE \\S+ (gauge|counter|summary|histogram|untyped))");

  @TempDir private Path folder;

  @Test
  void everyLineIsOfTheFormatAndTheNumbersAreThoseOfTheRecord() {
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var metrics = watched(storage)) {
      storage.experiments().submit(Presets.all().getFirst().spec());
      String text = metrics.text();

      assertThat(text).endsWith("\n");
      assertThat(
              text.lines()
                  .filter(
                      line -> !(line.startsWith("#") ? COMMENT : SAMPLE).matcher(line).matches()))
          .isEmpty();
      int trials = Presets.all().getFirst().spec().trialCount();
      Map<String, String> samples = samples(text);
      assertThat(samples)
          .containsEntry(
              "shiftscope_trials{kind=\"temperature-sweep\",state=\"queued\"}", trials + ".0")
          .containsEntry("shiftscope_lane_waiting{lane=\"cpu\"}", trials + ".0")
          .containsEntry("shiftscope_lane_running{lane=\"cpu\"}", "1.0")
          .containsEntry("shiftscope_lane_slots{lane=\"cpu\"}", "2.0")
          .containsEntry("shiftscope_database_up", "1.0")
          .containsEntry("shiftscope_info{version=\"9\"}", "1")
          .containsEntry(
              "shiftscope_trial_run_seconds_count{end=\"measured\",kind=\"temperature-sweep\",lane=\"cpu\"}",
              "1")
          .containsEntry(
              "http_server_requests_seconds_bucket{method=\"GET\",route=\"/api/experiments/{id}\",status=\"200\",le=\"0.3\"}",
              "1");
      assertThat(Double.parseDouble(samples.get("shiftscope_database_commit_seconds_count")))
          .isPositive();
      assertThat(Double.parseDouble(samples.get("shiftscope_data_free_bytes"))).isPositive();
      assertThat(Double.parseDouble(samples.get("shiftscope_memory_resident_bytes"))).isPositive();
    }
  }

  @Test
  void theDocumentationListsThemAllAndNoOther() throws IOException {
    String docs = Files.readString(Path.of("../docs/observing.md"));
    Set<String> listed =
        Pattern.compile("^\\| `((shiftscope|http)_[a-z_]+)`", Pattern.MULTILINE)
            .matcher(docs)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var metrics = watched(storage)) {
      storage.experiments().submit(Presets.all().getFirst().spec());
      Set<String> ours =
          metrics
              .text()
              .lines()
              .filter(line -> line.startsWith("# TYPE "))
              .map(line -> line.split(" ")[2])
              .filter(name -> name.startsWith("shiftscope_") || name.startsWith("http_"))
              .filter(name -> !name.endsWith("_max"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(listed).isEqualTo(ours);
    }
  }

  private Metrics watched(Storage storage) {
    var metrics = new Metrics();
    metrics.watch(
        new WatchedParts(
            "9",
            storage.vitals(),
            folder,
            List.of(new WatchedParts.WatchedLane("cpu", 2, () -> 1)),
            new ShareMemory(new Memory(1 << 30, 1 << 30)),
            Optional::empty,
            Clock.systemUTC()));
    metrics.ended("temperature-sweep", "cpu", "measured", Duration.ofSeconds(4));
    metrics.answered("GET", "/api/experiments/{id}", 200, Duration.ofMillis(40));
    return metrics;
  }

  private static Map<String, String> samples(String text) {
    Map<String, String> samples = new TreeMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              Matcher sample = SAMPLE.matcher(line);
              assertThat(sample.matches()).isTrue();
              String labels = sample.group("labels");
              samples.put(
                  sample.group("name") + (labels == null ? "" : "{" + labels + "}"),
                  sample.group("value"));
            });
    return samples;
  }
}
