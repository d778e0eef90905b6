package org.shiftscope.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.ProcessEnvironment;
import org.shiftscope.server.config.ReadConfig;
import org.shiftscope.server.config.Setting;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.Storage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which record a command works on by itself, where it does not ask a server. */
final class RecordOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Works on the record of a data folder, or of a run, without a server; with --database,"
              + " the folder of what is on its way in or out.")
  private @Nullable Path data;

  @Mixin private final SettingFlags database = new SettingFlags(Setting.Taker.COMMAND);

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /**
   * Where it is, as a server with this folder or database finds it; empty where neither is named.
   *
   * @throws ParameterException where there is no such folder: a name that was mistyped makes none
   */
  Optional<RecordPlace> place() {
    if (data != null && !Files.isDirectory(data)) {
      throw new ParameterException(spec.commandLine(), "There is no folder " + data + ".");
    }
    return newPlace();
  }

  /** The same for a record that is to be made: the folder may be missing. */
  Optional<RecordPlace> newPlace() {
    Map<Setting, String> flags = database.given();
    if (data == null && !flags.containsKey(Setting.DATABASE)) {
      return Optional.empty();
    }
    if (data != null) {
      flags.put(Setting.DATA, data.toString());
    }
    return Optional.of(place(flags));
  }

  /** Where it is by these flags, and the environment. */
  static RecordPlace place(Map<Setting, String> flags) {
    return ReadConfig.from(flags, Optional.empty(), ProcessEnvironment.ofThisProcess())
        .config()
        .record();
  }

  /** Opens it. */
  static Storage open(RecordPlace place) {
    return Storage.open(place, Clock.systemUTC());
  }

  /** What people call it. */
  static String name(RecordPlace place) {
    return place.database().map(each -> each.shown()).orElseGet(() -> place.folder().toString());
  }
}
