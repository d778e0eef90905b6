package org.shiftscope.ui.scatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;

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
    Map.of(X, x, Y, y, COLOUR, colour, LOG, log)
        .forEach(
            (name, text) -> {
              if (!text.isEmpty()) {
                query.put(name, text);
              }
            });
  }

  /** The names of its parameters in a query. */
  public static List<String> names() {
    return List.of(X, Y, COLOUR, LOG);
  }

  /** What names no quantity or axis of an experiment, by parameter; a page takes the first then. */
  public List<Problem> problems(ExperimentSpec spec) {
    List<String> heads = Quantity.of(spec).stream().map(Quantity::head).toList();
    List<String> axes = spec.axes().all().stream().map(Axis::title).toList();
    List<Problem> problems = new ArrayList<>();
    refuse(X, x, heads, problems);
    refuse(Y, y, heads, problems);
    refuse(COLOUR, colour, axes, problems);
    refuse(LOG, log, List.of(X, Y, X + Y), problems);
    return problems;
  }

  private static void refuse(String name, String text, List<String> known, List<Problem> problems) {
    if (!text.isEmpty() && !known.contains(text)) {
      problems.add(new Problem(name, "must be one of " + String.join(", ", known), text));
    }
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

  /** The quantity along the horizontal axis; the first of the table where it has none so named. */
  public Quantity ofX(ExperimentSpec spec) {
    return named(spec, x, 0);
  }

  /** The quantity along the vertical axis. */
  public Quantity ofY(ExperimentSpec spec) {
    return named(spec, y, 1);
  }

  /** What colours tell apart; the temperature where there is no such axis. */
  public Axis ofColour(ExperimentSpec spec) {
    List<Axis> axes = spec.axes().all();
    return axes.stream()
        .filter(axis -> axis.title().equals(colour))
        .findFirst()
        .or(() -> axes.stream().filter(axis -> axis.name().equals(Axis.TEMPERATURE)).findFirst())
        .orElse(axes.getFirst());
  }

  private static Quantity named(ExperimentSpec spec, String head, int place) {
    List<Quantity> all = Quantity.of(spec);
    return all.stream()
        .filter(quantity -> quantity.head().equals(head))
        .findFirst()
        .orElseGet(() -> first(spec, all, place));
  }

  private static Quantity first(ExperimentSpec spec, List<Quantity> all, int place) {
    List<TrialColumn> columns = KindPage.of(spec).columns();
    String head = columns.get(Math.min(place, columns.size() - 1)).head();
    return all.stream().filter(quantity -> quantity.head().equals(head)).findFirst().orElseThrow();
  }
}
