package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.LossLandscape;

/**
 * Nodes and weights of a quadrature that fits the steady state at every temperature: 16-point
 * Gauss-Legendre on the panels that resolve the landscape, and around each minimum on panels that
 * halve 34 times toward it. So a peak is met by panels of its own width, whatever the temperature
 * has made of it, and the nodes and the losses there are computed once.
 *
 * <p>Near a minimum, how far the potential has risen comes from its Taylor series: the difference
 * of two values would be rounding.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record GradedGrid(
    double[] x,
    double[] weight,
    double[] rise,
    int[] basin,
    double[] train,
    double[] test,
    double[] logNoise) {

  private static final int NODES = 16;
  private static final int HALVINGS = 34;
  private static final double NEAR = 1e-2;
  private static final double NEGLIGIBLE = 1e-15;

  /**
   * The grid of a landscape.
   *
   * @param potential at T = 0
   * @param ends panels that resolve the landscape
   */
  static GradedGrid of(
      LossLandscape landscape, EffectivePotential potential, List<Basin> basins, double[] ends) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < basins.size(); k++) {
      Basin basin = basins.get(k);
      Rise rise = new Rise(potential, basin, landscape.length());
      Double lower = null;
      for (double upper : offsets(basin, landscape.length(), ends)) {
        for (int i = 0; lower != null && i < NODES; i++) {
          double half = (upper - lower) / 2;
          double step = lower + half + half * rule.getPoint(i);
          rows.add(
              new double[] {basin.minimum() + step, half * rule.getWeight(i), rise.at(step), k});
        }
        lower = upper;
      }
    }
    return of(landscape, rows);
  }

  int size() {
    return x.length;
  }

  private static GradedGrid of(LossLandscape landscape, List<double[]> rows) {
    int n = rows.size();
    double[] x = rows.stream().mapToDouble(row -> row[0]).toArray();
    double[] moved = rows.stream().mapToDouble(row -> row[0] - landscape.shift()).toArray();
    double[] train = new double[n];
    double[] test = new double[n];
    double[] logNoise = new double[n];
    landscape.train().values(x, train);
    landscape.train().values(moved, test);
    landscape.noise().values(x, logNoise);
    for (int i = 0; i < n; i++) {
      logNoise[i] = Math.log(logNoise[i]);
    }
    return new GradedGrid(
        x,
        rows.stream().mapToDouble(row -> row[1]).toArray(),
        rows.stream().mapToDouble(row -> row[2]).toArray(),
        rows.stream().mapToInt(row -> (int) row[3]).toArray(),
        train,
        test,
        logNoise);
  }

  /** Ends of panels as steps from the minimum, ascending. */
  private static TreeSet<Double> offsets(Basin basin, double length, double[] ends) {
    double lowest = basin.from() - basin.minimum();
    double highest = basin.to() - basin.minimum();
    TreeSet<Double> offsets = new TreeSet<>(List.of(lowest, 0.0, highest));
    for (double end : ends) {
      addIfInside(offsets, end - basin.minimum(), lowest, highest);
    }
    for (int i = 0; i <= HALVINGS; i++) {
      double step = Math.scalb(length / 32, -i);
      addIfInside(offsets, step, lowest, highest);
      addIfInside(offsets, -step, lowest, highest);
    }
    return offsets;
  }

  private static void addIfInside(TreeSet<Double> offsets, double step, double low, double high) {
    if (step > low && step < high) {
      offsets.add(step);
    }
  }

  /** How far the potential at T = 0 has risen over a step from a minimum. */
  static final class Rise {

    private final EffectivePotential potential;
    private final double minimum;
    private final double lowest;
    private final double near;
    private final double[] series = new double[Curve.HIGHEST_ORDER + 1];

    Rise(EffectivePotential potential, Basin basin, double length) {
      this.potential = potential;
      this.minimum = basin.minimum();
      this.lowest = potential.value(minimum);
      this.near = NEAR * length;
      double[] derivatives = potential.derivatives(Curve.HIGHEST_ORDER, minimum);
      // Those below the order are zero but for rounding.
      for (int n = Math.max(1, basin.order()); n < series.length; n++) {
        series[n] = derivatives[n] / CombinatoricsUtils.factorialDouble(n);
      }
    }

    double at(double step) {
      double sum = 0;
      double last = 0;
      double power = 1;
      for (int n = 1; n < series.length; n++) {
        power *= step;
        sum += series[n] * power;
        last = n < series.length - 2 ? 0 : last + Math.abs(series[n] * power);
      }
      return Math.abs(step) < near && last <= NEGLIGIBLE * Math.abs(sum)
          ? sum
          : potential.value(minimum + step) - lowest;
    }
  }
}
