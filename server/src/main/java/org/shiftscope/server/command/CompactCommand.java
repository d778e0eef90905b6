package org.shiftscope.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shiftscope.storage.CompactRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the disk back what purged experiments took. */
@Command(
    name = "compact",
    description =
        "Makes the database of a data folder, whose server is stopped, as small as what it holds:"
            + " gives the disk back what purged experiments took. It needs room for a second copy.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class CompactCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "The data folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path data;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    CompactRecord.Sizes sizes = CompactRecord.in(data);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%,d bytes before, %,d bytes now.%n", sizes.before(), sizes.after());
    out.flush();
    return ExitCode.DONE;
  }
}
