package org.shiftscope.compute.estimate;

import java.util.List;
import java.util.Locale;

/** Memory that is not there, or that ran out. */
public final class NotEnoughMemory extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * How native code, ND4J and JavaCPP say so, in lower case; the last is of a size that wrapped.
   */
  private static final List<String> WORDS =
      List.of(
          "bad_alloc",
          "cannot allocate",
          "failed to allocate",
          "allocation failed",
          "requested amount exceeds",
          "invalid shape: [-");

  /** With a sentence that says what to do. */
  public NotEnoughMemory(String sentence) {
    super(sentence);
  }

  private NotEnoughMemory(Throwable meant) {
    super(
        "Memory ran out while it ran ("
            + meant.getMessage()
            + "): take a smaller network, batch or number of samples, or give the server more memory"
            + " or fewer slots, then retry.",
        meant);
  }

  /** What was thrown, or this of it where memory had run out. */
  public static RuntimeException of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError || saysSo(String.valueOf(cause.getMessage()))) {
        return thrown instanceof NotEnoughMemory told ? told : new NotEnoughMemory(cause);
      }
    }
    if (thrown instanceof Error bug) {
      throw bug;
    }
    return (RuntimeException) thrown;
  }

  private static boolean saysSo(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
