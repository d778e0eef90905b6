package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.RestoreBackup;
import org.shiftscope.storage.backup.BackupManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a record from a backup. */
@Command(
    name = "restore",
    description =
        "Makes a record from a backup: in a data folder without one, or in a database of PostgreSQL"
            + " without one. Whole or not at all.")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw terminal.refusal("There is no file " + file + ".");
    }
    RecordPlace place =
        record
            .newPlace()
            .orElseThrow(() -> terminal.refusal("Where to is missing: --data, or --database."));
    BackupManifest restored = RestoreBackup.into(file, place);
    terminal.say(
        "%s: %d experiments with %d results, as of %s."
            .formatted(
                RecordOptions.name(place),
                restored.rows("experiment"),
                restored.rows("result"),
                restored.made()));
    if (restored.rows("recipient") > 0) {
      terminal.say(
          "Recipients of notices are switched off in it, and what was on its way to them is not"
              + " sent: switch them on where it takes the place of the old record.");
    }
    return ExitCode.DONE;
  }
}
