package org.shiftscope.storage;

/** Says in a sentence why the machine failed a trial. */
final class DescribeFailure {

  private static final int LONGEST = 4_000;

  private DescribeFailure() {}

  static String of(Throwable thrown) {
    return cut(sentence(thrown));
  }

  /** As much of a sentence as its column takes. */
  static String cut(String sentence) {
    return sentence.substring(0, Math.min(LONGEST, sentence.length()));
  }

  private static String sentence(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
    if (thrown instanceof OutOfMemoryError) {
      return "Memory ran out ("
          + message
          + "): give the server more memory or fewer slots, then retry.";
    }
    if (message.endsWith(".")) {
      return message;
    }
    String name = thrown.getClass().getSimpleName();
    return "The trial stopped with "
        + (message.isEmpty() ? name : name + ": " + message)
        + ". The server's log has the details.";
  }
}
