package org.shiftscope.compute.landscape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

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

  /** The ends of the panels, ascending, from the first end of the domain to the last. */
  static double[] resolve(double from, double to, List<DoubleUnaryOperator> functions) {
    double[] scales = scales(from, to, functions);
    record Panel(double from, double to, int halvings) {}
    Deque<Panel> open = new ArrayDeque<>();
    for (int i = 0; i < FIRST; i++) {
      open.add(new Panel(at(from, to, i), at(from, to, i + 1), 0));
    }
    List<Double> ends = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      Panel panel = open.poll();
      double middle = (panel.from + panel.to) / 2;
      if (panel.halvings == MOST_HALVINGS
          || ends.size() + open.size() > MOST_PANELS
          || resolved(panel.from, panel.to, functions, scales)) {
        ends.add(panel.to);
      } else {
        open.push(new Panel(middle, panel.to, panel.halvings + 1));
        open.push(new Panel(panel.from, middle, panel.halvings + 1));
      }
    }
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
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
