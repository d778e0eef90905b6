package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which quantities of the trials are looked at, as addresses and requests name them.
 *
 * @param x head of the quantity along the horizontal axis; empty for the first of the table
 * @param y head of the one along the vertical axis; empty for the second
 * @param colour title of the axis that colours tell apart; empty for the temperature
 * @param log which of both have logarithmic axes: "x", "y" or "xy"; empty for none
 */
public record ScatterChoice(String x, String y, String colour, String log) {

  /** What is looked at first. */
  public static final ScatterChoice FIRST = new ScatterChoice("", "", "", "");

  private static final String X = "x";
  private static final String Y = "y";
  private static final String COLOUR = "colour";
  private static final String LOG = "log";

  /** What a query says. */
  public static ScatterChoice from(Function<String, Optional<String>> query) {
    Function<String, String> text = name -> query.apply(name).orElse("");
    return new ScatterChoice(text.apply(X), text.apply(Y), text.apply(COLOUR), text.apply(LOG));
  }

  /** Puts what is chosen into a query. */
  public void putInto(Map<String, String> query) {
    put(query, X, x);
    put(query, Y, y);
    put(query, COLOUR, colour);
    put(query, LOG, log);
  }

  private static void put(Map<String, String> query, String name, String text) {
    if (!text.isEmpty()) {
      query.put(name, text);
    }
  }

  /** The names of its parameters in a query. */
  public static List<String> names() {
    return List.of(X, Y, COLOUR, LOG);
  }

  /** With another quantity along the horizontal axis. */
  public ScatterChoice withX(String head) {
    return new ScatterChoice(head, y, colour, log);
  }

  /** With another quantity along the vertical axis. */
  public ScatterChoice withY(String head) {
    return new ScatterChoice(x, head, colour, log);
  }

  /** With other colours. */
  public ScatterChoice withColour(String title) {
    return new ScatterChoice(x, y, title, log);
  }

  /** With other axes. */
  public ScatterChoice withLog(boolean ofX, boolean ofY) {
    return new ScatterChoice(x, y, colour, (ofX ? X : "") + (ofY ? Y : ""));
  }

  /** Whether the horizontal axis is logarithmic. */
  public boolean isLogX() {
    return log.contains(X);
  }

  /** Whether the vertical axis is logarithmic. */
  public boolean isLogY() {
    return log.contains(Y);
  }
}
