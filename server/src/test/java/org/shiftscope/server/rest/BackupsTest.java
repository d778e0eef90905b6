package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.estimate.Memory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backups by REST. */
final class BackupsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void oneIsMadeListedHandedOutAndVerified(@TempDir Path folder) throws Exception {
    var rest = new RestAlone(folder, new Memory(1_000_000_000L, 2_000_000_000L));
    try {
      assertThat(rest.get("/api/backups").body()).isEqualTo("[]");
      var answer = rest.post("/api/backups", "");
      assertThat(answer.statusCode()).isEqualTo(201);
      JsonNode made = JSON.readTree(answer.body());
      assertThat(made.get("sha256").asString()).matches("[0-9a-f]{64}");
      assertThat(made.get("nightly").asBoolean()).isFalse();

      JsonNode listed = JSON.readTree(rest.get("/api/backups").body());
      assertThat(listed).hasSize(1);
      assertThat(listed.get(0).get("name")).isEqualTo(made.get("name"));
      assertThat(listed.get(0).get("size").asLong()).isPositive();

      var file = rest.get("/api/backups/" + made.get("name").asString());
      assertThat(file.headers().firstValueAsLong("Content-Length"))
          .hasValue(made.get("size").asLong());
      assertThat(file.body()).startsWith("PK").contains("manifest.json");
      assertThat(rest.get("/api/backups/shiftscope.mv.db").statusCode()).isEqualTo(404);

      assertThat(listed.get(0).get("verified").isNull()).isTrue();
      String name = made.get("name").asString();
      JsonNode found = JSON.readTree(rest.post("/api/backups/" + name + "/verify", "").body());
      assertThat(found.get("wrong")).isEmpty();
      assertThat(found.get("experiments").asInt()).isZero();
      assertThat(JSON.readTree(rest.get("/api/backups").body()).get(0).get("verified"))
          .isEqualTo(found);
      assertThat(rest.post("/api/backups/none.zip/verify", "").statusCode()).isEqualTo(404);

      var idle = rest.post("/api/backups/cancel", "");
      assertThat(idle.statusCode()).isEqualTo(409);
      assertThat(idle.body()).contains("Nothing is done with a backup now.");
    } finally {
      rest.close();
    }
  }
}
