package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Databases of earlier versions open, and tell what their version told. */
class GoldenDatabaseTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path DATABASES = Path.of("src/test/resources/databases");

  /** While the links, tokens and keys still hold. */
  private static final Clock SOON =
      Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

  static List<Path> versions() throws IOException {
    try (Stream<Path> folders = Files.list(DATABASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aDatabaseOfAnEarlierVersionTellsAllThatItTold(Path version, @TempDir Path home)
      throws IOException {
    try (InputStream packed = Files.newInputStream(version.resolve("shiftscope.mv.db.gz"));
        InputStream database = new GZIPInputStream(packed)) {
      Files.copy(database, home.resolve("shiftscope.mv.db"));
    }
    List<JsonNode> expected =
        Files.readAllLines(version.resolve("expected.jsonl")).stream().map(JSON::readTree).toList();
    try (Storage storage = Storage.open(home, SOON)) {
      assertThat(expected).isNotEmpty();
      for (JsonNode experiment : expected) {
        var id = new ExperimentId(experiment.get("id").asString());
        JsonNode told = JSON.readTree(TellStored.of(storage.experiments(), id));
        assertThat(cut(told, experiment).toPrettyString()).isEqualTo(experiment.toPrettyString());
      }
      Path record = version.resolve("expected-record.json");
      if (Files.exists(record)) { // not of the first: it had no people
        JsonNode all = JSON.readTree(record);
        ObjectNode told = TellRecord.of(storage, all.get("secrets"));
        assertThat(cut(told, all.get("told")).toPrettyString())
            .isEqualTo(all.get("told").toPrettyString());
      }
    }
  }

  /** Without fields that a later version added. */
  private static JsonNode cut(JsonNode told, JsonNode expected) {
    if (told instanceof ObjectNode object) {
      object.retain(expected.propertyNames());
      object.forEachEntry((name, value) -> cut(value, expected.get(name)));
    }
    for (int i = 0; told.isArray() && i < Math.min(told.size(), expected.size()); i++) {
      cut(told.get(i), expected.get(i));
    }
    return told;
  }
}
