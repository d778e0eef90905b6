package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.VerifyRecord;
import org.shiftscope.storage.VerifyRecord.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether a record or a backup is whole. */
@Command(
    name = "verify",
    description =
        "Looks at all of a record, of a data folder whose server is stopped or of a database of"
            + " PostgreSQL, or at a backup, which is restored for it into a folder that is gone"
            + " afterwards. Lists what is wrong, and ends with 3 then.")
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A backup.")
  private @Nullable Path file;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Option(
      names = "--beside",
      paramLabel = "FOLDER",
      description = "Where the backup is restored for it. Default: the system's temporary folder.")
  private Path beside = Path.of(System.getProperty("java.io.tmpdir", "."));

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Optional<RecordPlace> place = record.place();
    if ((file == null) == place.isEmpty()) {
      throw terminal.refusal("Name either a backup, or a record by --data or --database.");
    }
    if (file != null && !Files.isReadable(file)) {
      throw terminal.refusal("There is no file " + file + ".");
    }
    Verdict verdict =
        file != null ? VerifyRecord.ofBackup(file, beside) : VerifyRecord.in(place.orElseThrow());
    verdict.wrong().forEach(clause -> terminal.say("WRONG: " + clause));
    terminal.say(
        "%d experiments, %d results: %s"
            .formatted(
                verdict.experiments(),
                verdict.results(),
                verdict.wrong().isEmpty()
                    ? "all as stored."
                    : verdict.wrong().size() + " things wrong."));
    return verdict.wrong().isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
  }
}
