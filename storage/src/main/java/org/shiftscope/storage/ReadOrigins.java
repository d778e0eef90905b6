package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads where an experiment was imported from. */
final class ReadOrigins {

  private ReadOrigins() {}

  /** The first import first; none where it was submitted here. */
  static List<ImportedFrom> of(Handle handle, ExperimentId id) {
    return stored(handle, id).stream().map(ReadOrigins::from).toList();
  }

  /** The same as they are stored. */
  static List<JsonNode> stored(Handle handle, ExperimentId id) {
    Optional<String> json =
        handle
            .createQuery("SELECT origins FROM experiment WHERE id = :id AND origins IS NOT NULL")
            .bind("id", id.value())
            .mapTo(String.class)
            .findOne();
    return json.map(text -> List.copyOf(JsonMapper.shared().readTree(text).values()))
        .orElse(List.of());
  }

  static ObjectNode toJson(ImportedFrom origin) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("from", origin.from())
        .put("version", origin.version())
        .put("exported", origin.exported().toString())
        .put("imported", origin.imported().toString())
        .put("manifest", origin.manifest());
  }

  /** Also of what another installation wrote, in which anything may be missing. */
  static ImportedFrom from(JsonNode json) {
    return new ImportedFrom(
        json.path("from").asString(""),
        json.path("version").asString(""),
        Instant.parse(json.path("exported").asString("")),
        Instant.parse(json.path("imported").asString("")),
        json.path("manifest").asString(""));
  }
}
