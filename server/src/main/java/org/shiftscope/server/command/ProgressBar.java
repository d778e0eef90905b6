package org.shiftscope.server.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Shows an experiment's progress: on a terminal a bar that grows in its place, and elsewhere a
 * plain line for each tenth.
 */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final int STEPS = 10;

  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";
  private int step = -1;

  ProgressBar(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Whether this process writes to a terminal. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Shows a progress as REST gives it. */
  void show(JsonNode progress) {
    double fraction = progress.get("fraction").asDouble();
    String words = words(progress, fraction);
    if (terminal) {
      redraw("  [" + bar(fraction) + "] " + words);
    } else if ((int) (fraction * STEPS) > step) {
      step = (int) (fraction * STEPS);
      out.println("  " + words);
      out.flush();
    }
  }

  /** Leaves the bar's line. */
  void end() {
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  private void redraw(String line) {
    if (!line.equals(shown)) {
      // Blanks cover what a longer line left behind.
      out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      out.flush();
      shown = line;
    }
  }

  private static String bar(double fraction) {
    int full = (int) Math.round(Math.clamp(fraction, 0, 1) * WIDTH);
    return "#".repeat(full) + ".".repeat(WIDTH - full);
  }

  private static String words(JsonNode progress, double fraction) {
    return String.format(
            Locale.ROOT,
            "%3d %%, %d of %d trials",
            (int) (fraction * 100),
            progress.get("ended").asInt(),
            progress.get("trials").asInt())
        + timeLeft(progress.get("timeLeftSeconds"));
  }

  private static String timeLeft(JsonNode seconds) {
    if (seconds.isNull()) {
      return "";
    }
    long left = seconds.asLong();
    return left < 90 ? ", " + left + " s left" : ", " + Math.round(left / 60.0) + " min left";
  }
}
