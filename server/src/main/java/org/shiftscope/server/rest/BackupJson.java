package org.shiftscope.server.rest;

import java.time.Instant;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.BackupUnderWay;
import org.shiftscope.storage.VerifiedBackup;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.observed.SystemReport;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of backups. */
final class BackupJson {

  private BackupJson() {}

  static ObjectNode of(Backup backup) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", backup.name())
            .put("made", backup.manifest().made().toString())
            .put("size", backup.size())
            .put("nightly", backup.nightly())
            .put("schema", backup.manifest().schema())
            .put("version", backup.manifest().software())
            .put("database", backup.manifest().database())
            .put("experiments", backup.manifest().rows("experiment"))
            .put("trials", backup.manifest().rows("trial"))
            .put("results", backup.manifest().rows("result"));
    json.set("verified", backup.verified().map(BackupJson::verified).orElse(null));
    return json;
  }

  /** The schema of {@link #of}. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Backup",
        () ->
            Schemas.object("A backup of the record.")
                .field("name", Schemas.text(), "Its file's name")
                .field("made", Schemas.time(), "The moment of which it is")
                .field("size", Schemas.integer(), "Bytes")
                .field(
                    "nightly",
                    Schemas.truth(),
                    "Whether it was made by itself, and goes when newer ones have come")
                .field("schema", Schemas.text(), "The version of its schema")
                .field("version", Schemas.text(), "Of the Shiftscope that made it")
                .field("database", Schemas.text(), "What it was made of")
                .field("experiments", Schemas.integer(), "How many are in it")
                .field("trials", Schemas.integer(), "How many are in it")
                .field("results", Schemas.integer(), "How many are in it")
                .field(
                    "verified",
                    Schemas.orNull(verifiedSchema()),
                    "What the last look at it found; null where there was none since the server's"
                        + " start")
                .option("sha256", Schemas.text(), "Of the file, told where it was just made")
                .end());
  }

  static ObjectNode verified(VerifiedBackup verified) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", verified.at().toString())
            .put("experiments", verified.verdict().experiments())
            .put("results", verified.verdict().results());
    verified.verdict().wrong().forEach(json.putArray("wrong")::add);
    return json;
  }

  /** The schema of {@link #verified}. */
  static ObjectNode verifiedSchema() {
    return Schemas.object("What a look at a backup found, which was restored for it.")
        .field("at", Schemas.time(), "When")
        .field("experiments", Schemas.integer(), "How many were looked at")
        .field("results", Schemas.integer(), "How many were looked at")
        .field("wrong", Schemas.listOf(Schemas.text()), "What is wrong; empty where nothing is")
        .end();
  }

  /** When backups are made and where they lie, and what is done with one now. */
  static ObjectNode plan(SystemReport.BackupPlan plan) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("last", plan.last().map(Instant::toString).orElse(null))
            .put("nightly", plan.nightly().toString())
            .put("kept", plan.kept());
    if (Asker.may(Role.RESEARCHER)) {
      json.put("folder", plan.folder().toString());
    }
    json.set("underWay", plan.underWay().map(BackupJson::underWay).orElse(null));
    return json;
  }

  static ObjectNode underWay(BackupUnderWay now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", now.name())
        .put("step", now.step().id())
        .put("since", now.since().toString())
        .put("bytes", now.bytes());
  }

  /** The schema of {@link #underWay}. */
  static ObjectNode underWaySchema() {
    return Schemas.object("")
        .field("name", Schemas.text(), "The backup's name")
        .field("step", Schemas.oneOf(BackupUnderWay.Step.values()), "What is done")
        .field("since", Schemas.time(), "When that began")
        .field("bytes", Schemas.integer(), "Written so far, of one that is made")
        .end();
  }

  /** The schema of {@link #plan}. */
  static ObjectNode planSchema() {
    return Schemas.object("")
        .field("last", Schemas.orNull(Schemas.time()), "When the newest was made")
        .field("nightly", Schemas.text(), "When one is made each night, by the server's clock")
        .field("kept", Schemas.integer(), "How many of those made by night stay")
        .option("folder", Schemas.text(), "Where they lie; not for who only reads")
        .field(
            "underWay",
            Schemas.orNull(underWaySchema()),
            "What is done with one now; null where nothing is")
        .end();
  }
}
