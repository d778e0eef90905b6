package org.shiftscope.ui.scatter;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;

/**
 * The quantities of an experiment that a choice names.
 *
 * @param x along the horizontal axis; the first of the table of trials where it has none so named
 * @param y along the vertical axis; the second
 * @param colour what colours tell apart; the temperature where it has no such axis
 */
public record ChosenQuantities(Quantity x, Quantity y, Axis colour) {

  /** Those of an experiment. */
  public static ChosenQuantities of(ExperimentSpec spec, ScatterChoice choice) {
    return new ChosenQuantities(
        named(spec, choice.x(), 0), named(spec, choice.y(), 1), colour(spec, choice.colour()));
  }

  /** What names no quantity or axis of an experiment, by parameter; a page takes the first then. */
  public static List<Problem> problems(ExperimentSpec spec, ScatterChoice choice) {
    List<String> heads = Quantity.of(spec).stream().map(Quantity::head).toList();
    List<String> axes = spec.axes().all().stream().map(Axis::title).toList();
    List<Problem> problems = new ArrayList<>();
    refuse("x", choice.x(), heads, problems);
    refuse("y", choice.y(), heads, problems);
    refuse("colour", choice.colour(), axes, problems);
    refuse("log", choice.log(), List.of("x", "y", "xy"), problems);
    return problems;
  }

  private static void refuse(String name, String text, List<String> known, List<Problem> problems) {
    if (!text.isEmpty() && !known.contains(text)) {
      problems.add(new Problem(name, "must be one of " + String.join(", ", known), text));
    }
  }

  private static Axis colour(ExperimentSpec spec, String title) {
    List<Axis> axes = spec.axes().all();
    return axes.stream()
        .filter(axis -> axis.title().equals(title))
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
