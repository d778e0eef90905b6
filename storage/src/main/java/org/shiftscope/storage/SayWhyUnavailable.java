package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the words for what is wrong with the data folder or the database. */
final class SayWhyUnavailable {

  private SayWhyUnavailable() {}

  /** The database cannot be opened in a folder. */
  static StorageUnavailable atOpening(Path folder, Throwable cause) {
    if (says(cause, "already in use", "is locked by another", "the file is locked")) {
      return new StorageUnavailable(
          "Another server has the database in the data folder "
              + folder
              + " open: stop that server, or choose another data folder.",
          cause);
    }
    if (full(cause)) {
      return new StorageUnavailable(
          "The disk that holds the data folder " + folder + " is full: free some space on it.",
          cause);
    }
    return new StorageUnavailable(
        "The database in the data folder "
            + folder
            + " cannot be opened ("
            + deepest(cause)
            + "): check that the folder and the files in it can be read and written.",
        cause);
  }

  /** The database fails at work. */
  static StorageUnavailable atWork(Throwable cause) {
    if (full(cause)) {
      return new StorageUnavailable(
          "The disk that holds the data folder is full, and nothing was changed: free some space on"
              + " it and try again.",
          cause);
    }
    return new StorageUnavailable(
        "The database does not answer ("
            + deepest(cause)
            + "), and the change is not made: check that the disk that holds the data folder has"
            + " space and can be written, then try again.",
        cause);
  }

  /** Whether the database works, but refuses a value: too long, or against a constraint. */
  static boolean isRefusal(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }

  static boolean full(@Nullable Throwable cause) {
    return says(cause, "no space left", "disk full", "not enough space", "quota exceeded");
  }

  private static boolean says(@Nullable Throwable cause, String... words) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
      for (String word : words) {
        if (message.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String deepest(Throwable cause) {
    Throwable each = cause;
    for (Throwable next = each.getCause(); next != null; next = each.getCause()) {
      each = next;
    }
    String message = each.getMessage();
    return message == null || message.isBlank() ? each.getClass().getSimpleName() : message;
  }
}
