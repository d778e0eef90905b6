package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.RestoreBackup;
import org.shiftscope.storage.backup.BackupManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a record from a backup. */
@Command(
    name = "restore",
    description =
        "Makes a record from a backup: in a data folder without one, or in a database of PostgreSQL"
            + " without one. Whole or not at all.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
    }
    RecordPlace place =
        record
            .newPlace()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "Where to is missing: --data, or --database."));
    BackupManifest restored = RestoreBackup.into(file, place);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d experiments with %d results, as of %s.%n",
        RecordOptions.name(place),
        restored.rows("experiment"),
        restored.rows("result"),
        restored.made());
    if (restored.rows("recipient") > 0) {
      out.println(
          "Recipients of notices are switched off in it, and what was on its way to them is not"
              + " sent: switch them on where it takes the place of the old record.");
    }
    out.flush();
    return ExitCode.DONE;
  }
}
