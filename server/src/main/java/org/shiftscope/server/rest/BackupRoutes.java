package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.Backups;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Backups of the whole record, for administrators: made, listed, handed out.
 *
 * @param backups empty where none are made
 */
record BackupRoutes(Optional<Backups> backups) {

  private static final String ALL = "/api/backups";
  private static final String ZIP = "application/zip";

  private static final RouteDescription LIST =
      RouteDescription.named("listBackups", "Lists the backups of the record, the newest first")
          .answers(200, "The backups", Schemas.listOf(BackupRoutes::schema));

  private static final RouteDescription MAKE =
      RouteDescription.named("makeBackup", "Makes a backup of the whole record")
          .says(
              "It answers once the backup is made, which may take minutes; trials go on meanwhile."
                  + " Checkpoints and datasets are not in it.")
          .answers(201, "The backup", BackupRoutes::schema)
          .refuses(ProblemType.CONFLICT, "The setting backup-folder is none.");

  private static final RouteDescription DOWNLOAD =
      RouteDescription.named("getBackup", "Hands out a backup, which shiftscope restore takes")
          .answers(200, "A zip", ZIP, Schemas.plain(Schemas.text().put("format", "binary")));

  void on(RoutesConfig routes) {
    routes
        .get(ALL, new Described(LIST, this::list))
        .post(ALL, new Described(MAKE, this::make))
        .get(ALL + "/{file}", new Described(DOWNLOAD, this::download));
  }

  private void list(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    backups.ifPresent(each -> each.all().forEach(backup -> json.add(json(backup))));
    request.json(json);
  }

  private void make(Context request) throws IOException {
    Backup made =
        backups
            .orElseThrow(
                () ->
                    new ConflictResponse(
                        "There is no folder for backups: the setting backup-folder is none."))
            .make();
    request.status(HttpStatus.CREATED).json(json(made).put("sha256", made.sha256()));
  }

  private void download(Context request) throws IOException {
    String name = request.pathParam("file");
    Backup backup =
        backups
            .flatMap(each -> each.find(name))
            .orElseThrow(() -> new NotFoundResponse("There is no backup " + name + "."));
    request
        .contentType(ZIP)
        .header("Content-Length", Long.toString(backup.size()))
        .header("Content-Disposition", "attachment; filename=\"" + backup.name() + "\"");
    Files.copy(backup.file(), request.outputStream());
  }

  private static ObjectNode json(Backup backup) {
    return JsonNodeFactory.instance
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
  }

  private static ObjectNode schema(SchemaDefinitions all) {
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
                .option("sha256", Schemas.text(), "Of the file, told where it was just made")
                .end());
  }
}
