package org.shiftscope.server.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.ProcessEnvironment;
import org.shiftscope.server.config.ReadConfig;
import org.shiftscope.server.config.Setting;
import org.shiftscope.storage.RecordPlace;
import picocli.CommandLine.Option;

/**
 * The flags of a database of PostgreSQL. Its password is none: every user of a machine sees flags.
 */
final class DatabaseOptions {

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "The database of PostgreSQL that holds the record, for several processes at once:"
              + " jdbc:postgresql://localhost:5432/shiftscope. Default: none, and the record is in"
              + " the data folder.")
  private @Nullable String database;

  @Option(
      names = "--database-user",
      paramLabel = "ROLE",
      description = "The role by which it is opened. Default: the name of this process's user.")
  private @Nullable String user;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description =
          "The file that holds the role's password; or the password itself in the environment, as"
              + " SHIFTSCOPE_DATABASE_PASSWORD. Default: none.")
  private @Nullable String passwordFile;

  /** Whether a database was named. */
  boolean isGiven() {
    return database != null;
  }

  /** A database that is named otherwise, with the user and the password that are given here. */
  RecordPlace at(String url) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    putInto(flags);
    flags.put(Setting.DATABASE, url);
    return ReadConfig.from(flags, Optional.empty(), ProcessEnvironment.ofThisProcess())
        .config()
        .record();
  }

  /** Adds what was given. */
  void putInto(Map<Setting, String> flags) {
    ServerOptions.put(flags, Setting.DATABASE, database);
    ServerOptions.put(flags, Setting.DATABASE_USER, user);
    ServerOptions.put(flags, Setting.DATABASE_PASSWORD_FILE, passwordFile);
  }
}
