package org.shiftscope.compute.curve;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.shiftscope.compute.formula.Interval;

/** The sum of curves. */
record CurveSum(List<Curve> parts) implements Curve {

  CurveSum {
    parts = List.copyOf(parts);
  }

  @Override
  public double[] derivatives(int order, double x) {
    double[] sum = new double[order + 1];
    parts.forEach(part -> add(sum, part.derivatives(order, x)));
    return sum;
  }

  @Override
  public void values(double[] x, double[] into) {
    sum(into, (part, values) -> part.values(x, values));
  }

  @Override
  public void slopes(double[] x, double[] into) {
    sum(into, (part, values) -> part.slopes(x, values));
  }

  @Override
  public Interval enclose(int order, Interval x) {
    return parts.stream()
        .map(part -> part.enclose(order, x))
        .reduce(Interval.of(0), Interval::plus);
  }

  @Override
  public double value(double x) {
    return parts.stream().mapToDouble(part -> part.value(x)).sum();
  }

  @Override
  public double slope(double x) {
    return parts.stream().mapToDouble(part -> part.slope(x)).sum();
  }

  private void sum(double[] into, BiConsumer<Curve, double[]> evaluate) {
    Arrays.fill(into, 0);
    double[] values = new double[into.length];
    for (Curve part : parts) {
      evaluate.accept(part, values);
      add(into, values);
    }
  }

  private static void add(double[] sum, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }
}
