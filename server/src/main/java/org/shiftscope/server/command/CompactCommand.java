package org.shiftscope.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shiftscope.storage.CompactRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the disk back what purged experiments took. */
@Command(
    name = "compact",
    description =
        "Makes the database of a data folder, whose server is stopped, as small as what it holds:"
            + " gives the disk back what purged experiments took. It needs room for a second copy.")
final class CompactCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "The data folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path data;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    CompactRecord.Sizes sizes = CompactRecord.in(data);
    terminal.say("%,d bytes before, %,d bytes now.".formatted(sizes.before(), sizes.after()));
    return ExitCode.DONE;
  }
}
