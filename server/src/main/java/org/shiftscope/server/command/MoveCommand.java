package org.shiftscope.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shiftscope.server.config.Setting;
import org.shiftscope.storage.MoveRecord;
import org.shiftscope.storage.RecordPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the record from a data folder into a database of PostgreSQL, or back. */
@Command(
    name = "move",
    description =
        "Copies the whole record from one place to another, and compares both row by row. Each is a"
            + " data folder whose server is stopped, or a database of PostgreSQL by its URL. The"
            + " one that it came from stays as it is.")
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

  @Mixin private final SettingFlags database = new SettingFlags(Setting.Taker.COMMAND);

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    if (!isUrl(from) && !Files.isDirectory(Path.of(from))) {
      throw terminal.refusal("There is no folder " + from + ".");
    }
    RecordPlace source = place(from);
    RecordPlace target = place(to);
    MoveRecord.from(source, target);
    terminal.say(
        RecordOptions.name(target) + " holds the same as " + RecordOptions.name(source) + ".");
    return ExitCode.DONE;
  }

  private static boolean isUrl(String place) {
    return place.startsWith("jdbc:");
  }

  private RecordPlace place(String name) {
    if (!isUrl(name)) {
      return RecordPlace.in(Path.of(name).toAbsolutePath());
    }
    Map<Setting, String> flags = database.given();
    flags.put(Setting.DATABASE, name);
    return RecordOptions.place(flags);
  }
}
