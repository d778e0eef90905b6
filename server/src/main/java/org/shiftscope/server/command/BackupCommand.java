package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.Version;
import org.shiftscope.storage.BackUpRecord;
import org.shiftscope.storage.RecordPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Makes a backup of the whole record. */
@Command(
    name = "backup",
    description =
        "Makes a backup of the whole record, and prints its name: of a server, which goes on"
            + " meanwhile, of a data folder whose server is stopped, or of a database of"
            + " PostgreSQL. Checkpoints and datasets are not in it.")
final class BackupCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Mixin private final RecordOptions record = new RecordOptions();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "Gets the backup; must not be there. Default: a new file in the server's folder of"
              + " backups, or in the data folder's backups.")
  private @Nullable Path file;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (file != null && Files.exists(file)) {
      throw terminal.refusal(file + " is there already.");
    }
    Optional<RecordPlace> place = record.place();
    String made =
        place.isPresent()
            ? BackUpRecord.of(place.get(), Optional.ofNullable(file), now(), Version.current())
                .file()
                .toString()
            : ofServer(server.open());
    terminal.say(made);
    return ExitCode.DONE;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS); // as the record tells times
  }

  private String ofServer(RestClient client) throws IOException, InterruptedException {
    JsonNode made = client.makeBackup();
    if (file == null) {
      return made.get("name").asString();
    }
    client.download("/api/backups/" + made.get("name").asString(), file);
    return file.toString();
  }
}
