package org.shiftscope.server.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shiftscope.storage.MoveRecord;
import org.shiftscope.storage.RecordPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies the record from a data folder into a database of PostgreSQL, or back. */
@Command(
    name = "move",
    description =
        "Copies the whole record from one place to another, and compares both row by row. Each is a"
            + " data folder whose server is stopped, or a database of PostgreSQL by its URL. The"
            + " one that it came from stays as it is.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class MoveCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PLACE",
      description = "A data folder, or jdbc:postgresql://...")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "Another one, without a record.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String to;

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!isUrl(from) && !Files.isDirectory(Path.of(from))) {
      throw new ParameterException(spec.commandLine(), "There is no folder " + from + ".");
    }
    RecordPlace source = place(from);
    RecordPlace target = place(to);
    MoveRecord.from(source, target);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        RecordOptions.name(target) + " holds the same as " + RecordOptions.name(source) + ".");
    out.flush();
    return ExitCode.DONE;
  }

  private static boolean isUrl(String place) {
    return place.startsWith("jdbc:");
  }

  private RecordPlace place(String name) {
    return isUrl(name) ? database.at(name) : RecordPlace.in(Path.of(name).toAbsolutePath());
  }
}
