package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether a record or a backup is whole. */
@Command(
    name = "verify",
    description =
        "Looks at all of a record, of a data folder whose server is stopped or of a database of"
            + " PostgreSQL, or at a backup, which is restored for it into a folder that is gone"
            + " afterwards. Lists what is wrong, and ends with 3 then.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A backup.")
  private @Nullable Path file;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Option(
      names = "--beside",
      paramLabel = "FOLDER",
      description = "Where the backup is restored for it. Default: the system's temporary folder.")
  private Path beside = Path.of(System.getProperty("java.io.tmpdir", "."));

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<RecordPlace> place = record.place();
    if ((file == null) == place.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name either a backup, or a record by --data or --database.");
    }
    if (file != null && !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
    }
    Verdict verdict =
        file != null ? VerifyRecord.ofBackup(file, beside) : VerifyRecord.in(place.orElseThrow());
    PrintWriter out = spec.commandLine().getOut();
    verdict.wrong().forEach(clause -> out.println("WRONG: " + clause));
    out.printf(
        "%d experiments, %d results: %s%n",
        verdict.experiments(),
        verdict.results(),
        verdict.wrong().isEmpty() ? "all as stored." : verdict.wrong().size() + " things wrong.");
    out.flush();
    return verdict.wrong().isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
  }
}
