package org.shiftscope.server.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.Version;
import org.shiftscope.storage.Archives.Export;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an experiment into a file that another installation takes in. */
@Command(
    name = "export",
    description =
        "Writes an experiment that has ended into an archive, of a server, of a data folder whose"
            + " server is stopped, or of a database of PostgreSQL.")
final class ExportCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Gets the archive; must not be there. Default: shiftscope-<id>.zip.")
  private @Nullable Path file;

  @Option(
      names = "--parameters",
      description = "With the parameters at the points of its trials, which may be many.")
  private boolean parameters;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path archive = file == null ? Path.of("shiftscope-" + id + ".zip") : file;
    if (Files.exists(archive)) {
      throw terminal.refusal(archive + " is there already.");
    }
    Optional<RecordPlace> place = record.place();
    if (place.isEmpty()) {
      server
          .open()
          .download("/api/experiments/" + id + "/archive?parameters=" + parameters, archive);
    } else {
      write(place.get(), archive);
    }
    terminal.say(archive);
    return ExitCode.DONE;
  }

  private void write(RecordPlace place, Path archive) throws IOException {
    try (Storage storage = RecordOptions.open(place)) {
      Experiment experiment =
          ExperimentId.parse(id)
              .flatMap(storage.experiments()::find)
              .orElseThrow(
                  () ->
                      terminal.refusal(
                          "There is no experiment "
                              + id
                              + " in "
                              + RecordOptions.name(place)
                              + "."));
      if (!experiment.state().ended()) {
        throw terminal.refusal("Experiment " + id + " has not ended.");
      }
      write(storage, experiment, place, archive);
    }
  }

  /** Under another name until it is whole, as where a server sends it. */
  private void write(Storage storage, Experiment experiment, RecordPlace place, Path archive)
      throws IOException {
    String from =
        place
            .database()
            .map(each -> each.shown())
            .orElseGet(() -> place.folder().toUri().toString());
    var export = new Export(parameters, from, Version.current());
    Path part = Files.createTempFile(archive.toAbsolutePath().getParent(), "shiftscope-", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        storage.experiments().archives().write(experiment, export, out);
      }
      Files.move(part, archive);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
