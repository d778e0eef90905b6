package org.shiftscope.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shiftscope.storage.Archives.Imported;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.accounts.Asker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes in an experiment that another installation exported. */
@Command(
    name = "import",
    description =
        "Takes an experiment from an archive, into a server, into a data folder whose server is"
            + " stopped, or into a database of PostgreSQL, and prints its id.")
final class ImportCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "FILE", description = "The archive.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw terminal.refusal("There is no file " + file + ".");
    }
    Optional<RecordPlace> place = record.place();
    if (place.isEmpty()) {
      JsonNode experiment = server.open().upload("/api/imports", "application/zip", file);
      terminal.say(experiment.get("id").asString());
      return ExitCode.DONE;
    }
    Imported imported = read(place.get());
    if (!imported.stored()) {
      terminal
          .err()
          .println("Experiment " + imported.experiment() + " is here already: nothing changed.");
      return ExitCode.REFUSED;
    }
    terminal.say(imported.experiment());
    return ExitCode.DONE;
  }

  private Imported read(RecordPlace place) throws IOException {
    try (Storage storage = RecordOptions.open(place);
        InputStream in = Files.newInputStream(file)) {
      return Asker.commandLine().ask(() -> storage.experiments().archives().read(in));
    }
  }
}
