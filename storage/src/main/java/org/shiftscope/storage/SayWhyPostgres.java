package org.shiftscope.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words for what is wrong with a database of PostgreSQL. A new start of this process
 * mends none of it, and would lose the results that wait in memory.
 */
final class SayWhyPostgres {

  /** The oldest that storage is tried on. */
  static final int OLDEST = 15;

  private SayWhyPostgres() {}

  static StorageUnavailable noAddress(DatabaseAddress address) {
    return unavailable(
        "The database must be an address such as jdbc:postgresql://localhost:5432/shiftscope, and "
            + address.shown()
            + " is none: write it so, or leave it out, for H2 in the data folder.",
        null);
  }

  static StorageUnavailable tooOld(DatabaseAddress address, String version) {
    return unavailable(
        "The database "
            + address.shown()
            + " is served by PostgreSQL "
            + version
            + ", and Shiftscope needs "
            + OLDEST
            + " or newer: bring that server up to date, or choose another.",
        null);
  }

  static StorageUnavailable noUnicode(DatabaseAddress address, String encoding) {
    return unavailable(
        "The database "
            + address.shown()
            + " keeps text as "
            + encoding
            + ", which cannot hold what people write: make one with ENCODING 'UTF8'.",
        null);
  }

  static StorageUnavailable noTables(
      DatabaseAddress address, String why, @Nullable Throwable cause) {
    return unavailable(
        "The database "
            + address.shown()
            + " does not let this role make its tables ("
            + why
            + "): make the role the database's owner.",
        cause);
  }

  /** It cannot be opened. */
  static StorageUnavailable atOpening(DatabaseAddress address, Throwable cause) {
    String of = "The database " + address.shown();
    String why = SayWhyUnavailable.deepest(cause);
    if (SayWhyUnavailable.says(cause, "non-empty schema")) {
      return unavailable(
          of
              + " holds tables of something else: give Shiftscope a database of its own, or a"
              + " schema, by ?currentSchema=shiftscope.",
          cause);
    }
    return switch (state(cause)) {
      case "3D000" ->
          unavailable(
              of + " is not there (" + why + "): make it, by CREATE DATABASE, or name another.",
              cause);
      case "28P01", "28000", "08004" ->
          unavailable(
              of
                  + " does not let "
                  + address.user().map(user -> "the role " + user).orElse("this user")
                  + " in ("
                  + why
                  + "): check database-user and the password, and the server's pg_hba.conf.",
              cause);
      case "42501", "3F000" -> noTables(address, why, cause);
      default -> atWork(address, cause);
    };
  }

  /** It fails at work. */
  static StorageUnavailable atWork(DatabaseAddress address, Throwable cause) {
    if (cause instanceof StorageUnavailable known) {
      return known;
    }
    if (SayWhyUnavailable.hasRunOutOfMemory(cause)) {
      return SayWhyUnavailable.atWork(cause);
    }
    String of = "The database " + address.shown();
    String why = SayWhyUnavailable.deepest(cause);
    if (isClosed(cause)) {
      return SayWhyUnavailable.stopping();
    }
    if (isBusy(cause)) {
      return SayWhyUnavailable.busy(cause);
    }
    return switch (state(cause)) {
      case "53100" ->
          unavailable(
              "The disk of the database "
                  + address.shown()
                  + " is full, and nothing was changed: free some space on it and try again.",
              cause);
      case "25006" ->
          unavailable(
              of
                  + " only lets itself be read ("
                  + why
                  + "), as one does that follows another: name the one that it follows.",
              cause);
      default ->
          unavailable(
              of
                  + " does not answer ("
                  + why
                  + "): see that its server runs and can be reached from this machine. This one"
                  + " goes on by itself once it does; look then whether a change was made before"
                  + " you make it again.",
              cause);
    };
  }

  /** A newer version has migrated it at work. */
  static StorageUnavailable outdated(DatabaseAddress address, String schema) {
    return new StorageUnavailable(
        "A newer version of Shiftscope has brought the database "
            + address.shown()
            + " to schema "
            + schema
            + ", and this process knows up to "
            + MigrateDatabase.newest()
            + ": it changes nothing any more, and ends. Start the newer version in its place; trials"
            + " that ran here go on from their checkpoints.",
        null);
  }

  /** Whether a connection is gone, or none can be had, so that a fresh one may do. */
  static boolean isAway(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof IOException) {
        return true;
      }
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith("08")
            || state.startsWith("57P0")
            || state.startsWith("53")
            || state.equals("25P03"); // ended while it idled in a transaction
      }
    }
    return false;
  }

  /** Whether waiting for a connection was in vain. */
  static boolean isOutOfConnections(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLTransientConnectionException) {
        return true;
      }
    }
    return false;
  }

  /** Too many want something here at once; or one waited too long for another. */
  private static boolean isBusy(Throwable cause) {
    return state(cause).equals("55P03") || (isOutOfConnections(cause) && !isAway(cause));
  }

  private static boolean isClosed(Throwable cause) {
    return SayWhyUnavailable.says(cause, "datasource") && SayWhyUnavailable.says(cause, "closed");
  }

  /** The SQLSTATE that is nearest to the cause's root; empty where there is none. */
  private static String state(Throwable cause) {
    String state = "";
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state;
  }

  private static StorageUnavailable unavailable(String sentence, @Nullable Throwable cause) {
    return StorageUnavailable.untilMended(sentence, cause);
  }
}
