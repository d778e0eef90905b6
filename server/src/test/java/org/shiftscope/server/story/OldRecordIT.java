package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** A record that an earlier version wrote, and one with documents that no reader can read. */
class OldRecordIT {

  private static final Path OLD =
      Path.of("../storage/src/test/resources/databases/0.1.0/shiftscope.mv.db.gz");

  /** The kinds that the version knew which wrote the record. */
  private static final List<String> KINDS =
      List.of(
          "temperature-sweep",
          "landscape",
          "assumption",
          "diffusion",
          "overparametrized",
          "steady-state");

  @TempDir private Path data;
  private RunningServer server;
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    try (InputStream old = new GZIPInputStream(Files.newInputStream(OLD))) {
      Files.copy(old, data.resolve("shiftscope.mv.db"));
    }
    server = InProcess.start(data);
    lab = new Lab(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<JsonNode> listed() {
    return lab.get("/api/experiments").json().valueStream().toList();
  }

  private static String path(JsonNode experiment) {
    return "/api/experiments/" + experiment.get("id").asString();
  }

  private static JsonNode finished(List<JsonNode> experiments, String kind) {
    return experiments.stream()
        .filter(one -> one.get("state").asString().equals("finished"))
        .filter(one -> one.get("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theResultsOfEveryKindAreShown() {
    List<JsonNode> experiments = listed();
    for (String kind : KINDS) {
      JsonNode experiment = finished(experiments, kind);
      assertThat(lab.experiment(path(experiment)).get("spec").isObject()).isTrue();
      assertThat(lab.trials(path(experiment)))
          .isNotEmpty()
          .allSatisfy(trial -> assertThat(trial.get("type").asString()).isNotEmpty())
          .noneMatch(trial -> trial.has("unreadable"));
      int results = experiment.get("outcomes").valueStream().mapToInt(JsonNode::asInt).sum();
      assertThat(results).isEqualTo(experiment.at("/progress/trials").asInt());
    }
  }

  @Test
  void aSpecThatCannotBeReadTakesNothingElseDown() throws Exception {
    List<JsonNode> before = listed();
    String path = path(finished(before, "temperature-sweep"));
    execute("UPDATE experiment SET spec = '{\"kind\":\"temp' WHERE id = '%s'", path);

    assertThat(listed())
        .extracting(OldRecordIT::path)
        .isEqualTo(before.stream().map(OldRecordIT::path).toList());
    assertThat(lab.get("/api/health").status()).isEqualTo(200);
    JsonNode spoilt = lab.experiment(path);
    assertThat(spoilt.get("spec").isNull()).isTrue();
    assertThat(spoilt.at("/unreadable/sentence").asString()).contains("its JSON is damaged");
    assertThat(lab.get(path + "/spec").body()).isEqualTo("{\"kind\":\"temp");
    assertThat(lab.trials(path))
        .isNotEmpty()
        .allMatch(trial -> trial.has("type") && trial.path("version").asInt() >= 1);
    assertThat(lab.get(path + "/findings").status()).isEqualTo(409);
    assertThat(lab.get(path.replace("/api", "")).status()).describedAs("its page").isEqualTo(200);
    assertThat(lab.delete(path).status()).isEqualTo(200);
  }

  @Test
  void aResultThatCannotBeReadSaysSoInItsTrial() throws Exception {
    String path = path(finished(listed(), "temperature-sweep"));
    int trials = lab.trials(path).size();
    execute("UPDATE result SET version = 9 WHERE experiment = '%s' AND number = 0", path);

    List<JsonNode> now = lab.trials(path);
    assertThat(now).hasSize(trials);
    assertThat(now.getFirst().at("/unreadable/sentence").asString())
        .contains("a newer version of Shiftscope");
    assertThat(lab.get(path + "/trials/0").json()).isEqualTo(now.getFirst());
    assertThat(now.subList(1, trials)).noneMatch(trial -> trial.has("unreadable"));
  }

  private void execute(String sql, String path) throws SQLException {
    String id = path.substring(path.lastIndexOf('/') + 1);
    String url = "jdbc:h2:file:" + data.resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(id))).isEqualTo(1);
    }
  }
}
