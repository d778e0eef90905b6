package org.shiftscope.compute.landscape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.shiftscope.compute.curve.Unproven;
import org.shiftscope.compute.curve.Unproven.Reason;

/**
 * Cuts a domain into panels on each of which some functions are polynomials of degree {@value
 * #DEGREE} to about 13 digits of their largest value: their Chebyshev coefficients have died out
 * (the "happiness check" of Battles and Trefethen 2004). Where a function has a kink, panels stop
 * at 2⁻²⁰ of the first ones.
 */
final class Panels {

  static final int DEGREE = 16;

  private static final int FIRST = 48;
  private static final int MOST_HALVINGS = 20;
  private static final int MOST_PANELS = 1_000;
  private static final double NEGLIGIBLE = 1e-13;
  private static final int TAIL = 3;

  private Panels() {}

  /**
   * Panels.
   *
   * @param ends ascending, from the first end of the domain to the last
   * @param unresolved stretches of panels that are not, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Resolved(double[] ends, List<Unproven> unresolved) {}

  /**
   * Cuts a domain.
   *
   * @param seeds places in the domain where panels end in any case
   */
  static Resolved resolve(
      double from, double to, List<DoubleUnaryOperator> functions, NavigableSet<Double> seeds) {
    double[] scales = scales(from, to, functions);
    record Panel(double from, double to, int halvings) {}
    Deque<Panel> open = new ArrayDeque<>();
    List<Double> first = first(from, to, seeds);
    for (int i = 1; i < first.size(); i++) {
      open.add(new Panel(first.get(i - 1), first.get(i), 0));
    }
    List<Double> ends = new ArrayList<>(List.of(from));
    List<Unproven> unresolved = new ArrayList<>();
    while (!open.isEmpty()) {
      Panel panel = open.poll();
      double middle = (panel.from + panel.to) / 2;
      boolean resolved = resolved(panel.from, panel.to, functions, scales);
      if (resolved
          || panel.halvings == MOST_HALVINGS
          || ends.size() + open.size() > MOST_PANELS + seeds.size()) {
        ends.add(panel.to);
        if (!resolved) {
          Reason why = panel.halvings == MOST_HALVINGS ? Reason.NARROW : Reason.BUDGET;
          add(unresolved, new Unproven(panel.from, panel.to, why));
        }
      } else {
        open.push(new Panel(middle, panel.to, panel.halvings + 1));
        open.push(new Panel(panel.from, middle, panel.halvings + 1));
      }
    }
    return new Resolved(ends.stream().mapToDouble(Double::doubleValue).toArray(), unresolved);
  }

  /** Panels that touch are one stretch. */
  private static void add(List<Unproven> stretches, Unproven next) {
    boolean joins =
        !stretches.isEmpty()
            && stretches.getLast().to() == next.from()
            && stretches.getLast().why() == next.why();
    double from = joins ? stretches.removeLast().from() : next.from();
    stretches.add(new Unproven(from, next.to(), next.why()));
  }

  /** The width of the panels that it begins with. */
  static double firstWidth(double from, double to) {
    return (to - from) / FIRST;
  }

  private static List<Double> first(double from, double to, NavigableSet<Double> seeds) {
    NavigableSet<Double> first = new TreeSet<>(seeds.subSet(from, false, to, false));
    for (int i = 0; i <= FIRST; i++) {
      first.add(at(from, to, i));
    }
    return List.copyOf(first);
  }

  private static double at(double from, double to, int i) {
    return i == FIRST ? to : from + (to - from) * i / FIRST;
  }

  private static double[] scales(double from, double to, List<DoubleUnaryOperator> functions) {
    return functions.stream()
        .mapToDouble(
            function -> {
              double largest = Double.MIN_NORMAL;
              for (int i = 0; i <= 8 * FIRST; i++) {
                double value = function.applyAsDouble(from + (to - from) * i / (8.0 * FIRST));
                largest = Math.max(largest, Math.abs(value));
              }
              return largest;
            })
        .toArray();
  }

  private static boolean resolved(
      double from, double to, List<DoubleUnaryOperator> functions, double[] scales) {
    for (int i = 0; i < scales.length; i++) {
      double[] coefficients = Chebyshev.coefficients(functions.get(i), from, to);
      for (int k = DEGREE - TAIL; k <= DEGREE; k++) {
        if (Math.abs(coefficients[k]) > NEGLIGIBLE * scales[i]) {
          return false;
        }
      }
    }
    return true;
  }
}
