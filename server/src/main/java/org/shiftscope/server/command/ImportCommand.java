package org.shiftscope.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.Archives.Imported;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.accounts.Asker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Takes in an experiment that another installation exported. */
@Command(
    name = "import",
    description =
        "Takes an experiment from an archive, into a server or into a data folder whose server is"
            + " stopped, and prints its id.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class ImportCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "FILE", description = "The archive.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Takes it into a data folder, without a server.")
  private @Nullable Path data;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (data == null) {
      JsonNode experiment = server.open().upload("/api/imports", "application/zip", file);
      out.println(experiment.get("id").asString());
      out.flush();
      return ExitCode.DONE;
    }
    Imported imported = read(data);
    if (!imported.stored()) {
      spec.commandLine()
          .getErr()
          .println("Experiment " + imported.experiment() + " is here already: nothing changed.");
      return ExitCode.REFUSED;
    }
    out.println(imported.experiment());
    out.flush();
    return ExitCode.DONE;
  }

  private Imported read(Path folder) throws IOException {
    try (Storage storage = open(folder, spec);
        InputStream in = Files.newInputStream(file)) {
      return Asker.commandLine().ask(() -> storage.experiments().archives().read(in));
    }
  }

  /** Opens a data folder that is there: a name that was mistyped makes none. */
  static Storage open(Path folder, CommandSpec spec) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
    }
    return Storage.open(folder, Clock.systemUTC());
  }
}
