package org.shiftscope.storage;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last entry of an archive: what it is, where it comes from, and each other entry with its size
 * and SHA-256.
 *
 * @param experiment the experiment's id
 * @param from the address of its page where it was exported
 * @param software Shiftscope's version there
 * @param exported when
 * @param entries all but the manifest itself, in their order
 */
record ArchiveManifest(
    String experiment, String from, String software, Instant exported, List<Entry> entries) {

  static final String NAME = "manifest.json";
  static final String FORMAT = "shiftscope-archive";

  /** Raised when an older reader would misread what is written. */
  static final int VERSION = 1;

  private static final int LONGEST_TEXT = 300;

  ArchiveManifest {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param size bytes before it was packed
   * @param sha256 of these, in hexadecimal digits
   * @param format of the document that it is; empty where it is none
   * @param version of that format; 0 where it is none
   */
  record Entry(String name, long size, String sha256, String format, int version) {}

  ObjectNode toJson() {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("experiment", experiment)
            .put("from", from)
            .put("exported", exported.toString());
    json.putObject("software").put("name", "Shiftscope").put("version", software);
    ArrayNode all = json.putArray("entries");
    for (Entry entry : entries) {
      ObjectNode one =
          all.addObject()
              .put("name", entry.name())
              .put("size", entry.size())
              .put("sha256", entry.sha256());
      if (!entry.format().isEmpty()) {
        one.put("format", entry.format()).put("version", entry.version());
      }
    }
    return json;
  }

  /** Why a manifest is none that this version reads: a law; empty where it is one. */
  static Optional<String> refuse(JsonNode json) {
    if (!json.path("format").asString("").equals(FORMAT)) {
      return Optional.of("must be of the format " + FORMAT);
    }
    int version = json.path("version").asInt(0);
    if (version > VERSION) {
      return Optional.of(
          "must be of version "
              + VERSION
              + " at most: a newer Shiftscope wrote it, so import it there (it is "
              + version
              + ")");
    }
    return json.path("entries").isArray()
        ? Optional.empty()
        : Optional.of("must name the archive's entries");
  }

  /** Reads one that is not {@linkplain #refuse refused}; what is missing stays empty. */
  static ArchiveManifest from(JsonNode json) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : json.path("entries")) {
      entries.add(
          new Entry(
              text(entry, "name"),
              entry.path("size").asLong(-1),
              text(entry, "sha256"),
              text(entry, "format"),
              entry.path("version").asInt(0)));
    }
    return new ArchiveManifest(
        text(json, "experiment"),
        text(json, "from"),
        text(json.path("software"), "version"),
        instant(text(json, "exported")),
        entries);
  }

  private static String text(JsonNode json, String field) {
    String text = json.path(field).asString("");
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()))
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "");
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      return Instant.EPOCH;
    }
  }
}
