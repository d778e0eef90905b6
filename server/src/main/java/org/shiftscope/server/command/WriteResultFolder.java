package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an experiment leaves in a folder, as REST answers it.
 *
 * @param experiment where it stands, with its spec
 * @param results its trials
 * @param findings what they found together
 */
record WriteResultFolder(JsonNode experiment, JsonNode results, JsonNode findings) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes {@code experiment}, {@code spec}, {@code results} and {@code findings.json} and CSV. */
  void into(Path folder) throws IOException {
    Files.createDirectories(folder);
    json(folder, "experiment", experiment);
    json(folder, "spec", experiment.get("spec"));
    json(folder, "results", results);
    json(folder, "findings", findings);
    Files.writeString(folder.resolve("trials.csv"), WriteTrialsTable.of(results.get("trials")));
  }

  /** Writes JSON as a person reads it, into {@code name.json}. */
  static void json(Path folder, String name, JsonNode json) throws IOException {
    Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(json) + "\n");
  }
}
