package org.shiftscope.storage.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last entry of a backup: what it is, and each table with its columns, how many rows it has,
 * and their checksums.
 *
 * @param schema the version of the schema, such as 13
 * @param software Shiftscope's version that made it
 * @param database what it was made of, such as H2 2.4.240
 * @param made the moment of which it is
 * @param tables each after those that it refers to
 */
public record BackupManifest(
    String schema, String software, String database, Instant made, List<Stored> tables) {

  static final String NAME = "manifest.json";
  static final String FORMAT = "shiftscope-backup";

  /** Raised when an older reader would misread what is written. */
  static final int VERSION = 1;

  public BackupManifest {
    tables = List.copyOf(tables);
  }

  /**
   * A table as it is stored.
   *
   * @param columns in the order of the values in a row
   * @param rows how many
   * @param size bytes of its entry before it was packed
   * @param sha256 of these, hexadecimal
   * @param digest of the rows in whatever order, hexadecimal
   */
  public record Stored(
      String name, List<String> columns, long rows, long size, String sha256, String digest) {

    public Stored {
      columns = List.copyOf(columns);
    }

    /** The entry that has its rows, a JSON array on each line. */
    String entry() {
      return "tables/" + name + ".jsonl";
    }
  }

  /** Rows of a table; 0 of one that it has not. */
  public long rows(String table) {
    return tables.stream()
        .filter(each -> each.name().equals(table))
        .mapToLong(Stored::rows)
        .findFirst()
        .orElse(0);
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("made", made.toString())
            .put("schema", schema)
            .put("database", database);
    json.putObject("software").put("name", "Shiftscope").put("version", software);
    json.putArray("leftOut").add("checkpoints").add("datasets");
    ArrayNode all = json.putArray("tables");
    for (Stored table : tables) {
      ObjectNode one = all.addObject().put("name", table.name());
      table.columns().forEach(one.putArray("columns")::add);
      one.put("rows", table.rows())
          .put("size", table.size())
          .put("sha256", table.sha256())
          .put("digest", table.digest());
    }
    return json;
  }

  /**
   * Reads one.
   *
   * @throws BackupRefused where this version cannot
   */
  static BackupManifest from(JsonNode json) {
    if (!json.path("format").asString("").equals(FORMAT)) {
      throw new BackupRefused("its manifest is not of the format " + FORMAT);
    }
    int version = json.path("version").asInt(0);
    if (version > VERSION) {
      throw new BackupRefused(
          "a newer Shiftscope wrote it (format "
              + version
              + ", and this one reads up to "
              + VERSION
              + "): use that version");
    }
    try {
      List<Stored> tables = new ArrayList<>();
      for (JsonNode table : json.required("tables")) {
        tables.add(stored(table));
      }
      return new BackupManifest(
          json.required("schema").stringValue(),
          json.required("software").required("version").stringValue(),
          json.required("database").stringValue(),
          Instant.parse(json.required("made").stringValue()),
          tables);
    } catch (RuntimeException incomplete) { // of whatever kind: a field is missing, or no number
      throw new BackupRefused("its manifest is damaged (" + incomplete.getMessage() + ")");
    }
  }

  private static Stored stored(JsonNode table) {
    List<String> columns = new ArrayList<>();
    table.required("columns").forEach(column -> columns.add(column.stringValue()));
    return new Stored(
        table.required("name").stringValue(),
        columns,
        table.required("rows").longValue(),
        table.required("size").longValue(),
        table.required("sha256").stringValue(),
        table.required("digest").stringValue());
  }
}
