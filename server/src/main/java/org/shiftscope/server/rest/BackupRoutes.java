package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.BiFunction;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.Backups;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Backups of the whole record, for administrators: made, listed, verified, cancelled, handed out.
 *
 * @param backups empty where none are made
 */
record BackupRoutes(Optional<Backups> backups) {

  private static final String ALL = "/api/backups";
  private static final String ZIP = "application/zip";

  private static final RouteDescription LIST =
      RouteDescription.named("listBackups", "Lists the backups of the record, the newest first")
          .answers(200, "The backups", Schemas.listOf(BackupJson::schema));

  private static final RouteDescription MAKE =
      RouteDescription.named("makeBackup", "Makes a backup of the whole record")
          .says(
              "It answers once the backup is made, which may take minutes; trials go on meanwhile."
                  + " Checkpoints and datasets are not in it.")
          .answers(201, "The backup", BackupJson::schema)
          .refuses(
              ProblemType.CONFLICT,
              "The setting backup-folder is none; or somebody cancelled it meanwhile.");

  private static final RouteDescription DOWNLOAD =
      RouteDescription.named("getBackup", "Hands out a backup, which shiftscope restore takes")
          .answers(200, "A zip", ZIP, Schemas.plain(Schemas.text().put("format", "binary")));

  private static final RouteDescription VERIFY =
      RouteDescription.named("verifyBackup", "Looks whether a backup is whole")
          .says(
              "It is restored for it, into a folder beside it that is gone afterwards: every"
                  + " checksum, count and reference is looked at. It answers once that is done,"
                  + " which may take minutes.")
          .answers(200, "What was found", all -> BackupJson.verifiedSchema())
          .refuses(ProblemType.CONFLICT, "Somebody cancelled it meanwhile.");

  private static final RouteDescription CANCEL =
      RouteDescription.named("cancelBackup", "Ends what is done with a backup now")
          .says(
              "A backup that is made or verified, by whomever, also by night: nothing stays of what"
                  + " was done so far, and whoever waits for it is answered so.")
          .answers(200, "What was done", all -> BackupJson.underWaySchema())
          .refuses(ProblemType.CONFLICT, "Nothing is done with a backup now.");

  void on(RoutesConfig routes) {
    routes
        .get(ALL, new Described(LIST, this::list))
        .post(ALL, new Described(MAKE, this::make))
        .post(ALL + "/cancel", new Described(CANCEL, this::cancel))
        .get(ALL + "/{file}", new Described(DOWNLOAD, this::download))
        .post(ALL + "/{file}/verify", new Described(VERIFY, this::verify));
  }

  private void list(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    backups.ifPresent(each -> each.all().forEach(backup -> json.add(BackupJson.of(backup))));
    request.json(json);
  }

  private void make(Context request) throws IOException {
    Backup made =
        backups
            .orElseThrow(
                () ->
                    new ConflictResponse(
                        "No backups are made, since the setting backup-folder is none: take it away,"
                            + " or name a folder by it, and start the server anew."))
            .make();
    request.status(HttpStatus.CREATED).json(BackupJson.of(made).put("sha256", made.sha256()));
  }

  private void verify(Context request) {
    request.json(BackupJson.verified(find(request, Backups::verify)));
  }

  private void cancel(Context request) {
    request.json(
        BackupJson.underWay(
            backups
                .flatMap(Backups::cancel)
                .orElseThrow(() -> new ConflictResponse("Nothing is done with a backup now."))));
  }

  private void download(Context request) throws IOException {
    Backup backup = find(request, Backups::find);
    request
        .contentType(ZIP)
        .header("Content-Length", Long.toString(backup.size()))
        .header("Content-Disposition", "attachment; filename=\"" + backup.name() + "\"");
    Files.copy(backup.file(), request.outputStream());
  }

  private <T> T find(Context request, BiFunction<Backups, String, Optional<T>> by) {
    String name = request.pathParam("file");
    return backups
        .flatMap(each -> by.apply(each, name))
        .orElseThrow(() -> new NotFoundResponse("There is no backup " + name + "."));
  }
}
