package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What trials find on H2, in one process without a server: what others must find, to the bit. */
final class FoundAlone {

  private FoundAlone() {}

  /** Runs a spec by the command line, below a folder. */
  static List<JsonNode> on(Path folder, ObjectNode spec) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("spec.json"), spec.toString());
    Path out = folder.resolve("alone");
    try (ChildServer run = ChildServer.launch("run", file.toString(), "--out", out.toString())) {
      String said = run.untilItEnds();
      assertThat(run.exitCode()).describedAs(said).isZero();
    }
    JsonNode results = JsonMapper.shared().readTree(Files.readString(out.resolve("results.json")));
    return of(results.get("trials").valueStream().toList());
  }

  /** What trials found, without who ran them when and in which attempt. */
  static List<JsonNode> of(List<JsonNode> trials) {
    return trials.stream()
        .map(
            trial ->
                (JsonNode)
                    trial
                        .asObject()
                        .deepCopy()
                        .remove(List.of("attempts", "started", "ended", "worker")))
        .toList();
  }
}
