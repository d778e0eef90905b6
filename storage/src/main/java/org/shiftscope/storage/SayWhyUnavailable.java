package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Finds the words for what is wrong with the data folder or the database. */
final class SayWhyUnavailable {

  private static final Set<Integer> CLOSED =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.GENERAL_ERROR_1);

  /** Of what was left of a transaction that was given up halfway. */
  private static final Set<Integer> TORN =
      Set.of(
          DataUtils.ERROR_TOO_MANY_OPEN_TRANSACTIONS, // also of an old one with the same id
          DataUtils.ERROR_TRANSACTION_ILLEGAL_STATE,
          DataUtils.ERROR_TRANSACTION_CORRUPT);

  private static final int MOST_CLAUSES = 10;

  private SayWhyUnavailable() {}

  /** The database cannot be opened in a folder. */
  static StorageUnavailable atOpening(Path folder, Throwable cause) {
    if (isLocked(cause)) {
      return inUse(folder, cause);
    }
    if (cause instanceof StorageUnavailable known) {
      return known;
    }
    if (full(cause)) {
      return StorageUnavailable.untilMended(
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

  /** Whether another database, of this process or of another, has the file. */
  static boolean isLocked(Throwable cause) {
    return says(cause, "already in use", "is locked by another", "the file is locked");
  }

  static StorageUnavailable inUse(Path folder, @Nullable Throwable cause) {
    return new StorageUnavailable(
        "Another server has the database in the data folder "
            + folder
            + " open: stop that server, or choose another data folder.",
        cause);
  }

  /**
   * It opens, but does not hold what it must.
   *
   * @param clauses what is wrong
   */
  static StorageUnavailable damaged(Path folder, List<String> clauses) {
    int told = Math.min(clauses.size(), MOST_CLAUSES);
    String more = clauses.size() > told ? "; and " + (clauses.size() - told) + " more" : "";
    return new StorageUnavailable(
        "The database in the data folder "
            + folder
            + " is damaged, or older than what was told to be stored: "
            + String.join("; ", clauses.subList(0, told))
            + more
            + ". "
            + FindBackup.in(folder)
                .map(backup -> "Put the last backup back (" + backup + ")")
                .orElse("Put a backup back, if you have one")
            + "; then, or to go on with what is left, start once with --accept-damage, which lists"
            + " what is missing and keeps the damaged file beside the new one.",
        null);
  }

  /** The database fails at work. */
  static StorageUnavailable atWork(Throwable cause) {
    if (hasRunOutOfMemory(cause)) {
      return StorageUnavailable.untilMended(
          "The server ran out of memory: look whether the change was made, try again where it was"
              + " not, and give the server more memory or fewer slots where it happens again.",
          cause);
    }
    if (cause instanceof StorageUnavailable known) {
      return known;
    }
    if (full(cause)) {
      return StorageUnavailable.untilMended(
          "The disk that holds the data folder is full, and nothing was changed: free some space on"
              + " it and try again.",
          cause);
    }
    if (cause instanceof SQLTransientConnectionException
        || cause.getCause() instanceof SQLTransientConnectionException) {
      return busy(cause);
    }
    return new StorageUnavailable(
        "The database does not answer ("
            + deepest(cause)
            + "), and the change is not made: check that the disk that holds the data folder has"
            + " space and can be written, then try again.",
        cause);
  }

  static StorageUnavailable busy(Throwable cause) {
    return StorageUnavailable.untilMended(
        "The server is busy: too many requests want the database at once, and this one was not"
            + " served. Try again in a moment.",
        cause);
  }

  static StorageUnavailable stopping() {
    return new StorageUnavailable(
        "The server is stopping and has closed its database: start it again, and try again.", null);
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

  /**
   * Whether the database took a change back for the sake of others, so that it may be tried again.
   */
  static boolean takenBack(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().equals("40001") || sql.getSQLState().equals("40P01");
      }
    }
    return false;
  }

  /**
   * Whether H2 may have closed the database for good: it does so where a write fails, or memory
   * runs out, and every statement after that fails.
   */
  static boolean closed(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof MVStoreException
          || each instanceof Error && isThrownByH2(each)
          || each instanceof SQLException sql && CLOSED.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return hasRunOutOfMemory(cause) || says(cause, "has been closed");
  }

  /**
   * Whether H2's memory may hold a part of the change that failed so, or of one before it, though
   * it goes on.
   */
  static boolean torn(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof MVStoreException of && TORN.contains(of.getErrorCode())) {
        return true;
      }
    }
    return hasRunOutOfMemory(cause);
  }

  /** An assertion of its own, after it has closed. */
  private static boolean isThrownByH2(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith("org.h2.");
  }

  static boolean hasRunOutOfMemory(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  static boolean full(@Nullable Throwable cause) {
    return says(cause, "no space left", "disk full", "not enough space", "quota exceeded");
  }

  static boolean says(@Nullable Throwable cause, String... words) {
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

  static String deepest(Throwable cause) {
    Throwable each = cause;
    for (Throwable next = each.getCause(); next != null; next = each.getCause()) {
      each = next;
    }
    String message = each.getMessage();
    return message == null || message.isBlank() ? each.getClass().getSimpleName() : message;
  }
}
