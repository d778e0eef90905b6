package org.shiftscope.compute.simulation;

import java.util.Arrays;

/**
 * A drift and a noise in a table with cubic interpolation, for functions that are slow to evaluate:
 * the table is refined until it is right to a stated error.
 *
 * <p>The error of a cubic through four neighbours falls with the fourth power of their distance, so
 * each halving of it gains a factor of 16. A table of 16,384 cells stays in a core's second-level
 * cache.
 */
public final class Tabulate {

  private static final int FEWEST_CELLS = 256;
  private static final int MOST_CELLS = 1 << 18;
  private static final double[] CHECKED = {0.11, 0.29, 0.5, 0.71, 0.89};

  private Tabulate() {}

  /**
   * The table, or the functions themselves where no table of 262,144 cells is right enough: those
   * that are not smooth, or vary on a scale far below the domain's.
   *
   * @param exact the functions, evaluated at the table's points and at five points of each cell to
   *     measure its error
   * @param tolerance the largest error at those points, relative to the largest size of each
   *     function in the domain
   */
  public static DriftAndNoise of(DriftAndNoise exact, double from, double to, double tolerance) {
    for (int cells = FEWEST_CELLS; cells <= MOST_CELLS; cells *= 2) {
      Table table = Table.of(exact, from, to, cells);
      if (table.error(exact) <= tolerance) {
        return table;
      }
    }
    return exact;
  }

  /** Values at the ends of the cells, drift and noise in turns. */
  private static final class Table implements DriftAndNoise {

    private final double from;
    private final double perLength;
    private final int cells;
    private final double[] values;

    private Table(double from, double perLength, int cells, double[] values) {
      this.from = from;
      this.perLength = perLength;
      this.cells = cells;
      this.values = values;
    }

    static Table of(DriftAndNoise exact, double from, double to, int cells) {
      double[] x = new double[cells + 1];
      Arrays.setAll(x, i -> from + (to - from) * i / cells);
      double[] drift = new double[x.length];
      double[] noise = new double[x.length];
      exact.at(x, drift, noise);
      double[] values = new double[2 * x.length];
      for (int i = 0; i < x.length; i++) {
        values[2 * i] = drift[i];
        values[2 * i + 1] = noise[i];
      }
      return new Table(from, cells / (to - from), cells, values);
    }

    @Override
    public void at(double[] x, double[] drift, double[] noise) {
      for (int i = 0; i < x.length; i++) {
        double place = (x[i] - from) * perLength;
        // The first and the last cell use the cubic of their neighbour.
        int cell = Math.max(1, Math.min(cells - 2, (int) place));
        double t = place - cell;
        // Lagrange's weights of the points at −1, 0, 1 and 2.
        double left = (t + 1) * t / 2;
        double right = (t - 1) * (t - 2) / 2;
        double before = -t * right / 3;
        double here = (t + 1) * right;
        double next = -left * (t - 2);
        double after = left * (t - 1) / 3;
        int at = 2 * (cell - 1);
        drift[i] =
            before * values[at]
                + here * values[at + 2]
                + next * values[at + 4]
                + after * values[at + 6];
        noise[i] =
            Math.max(
                0,
                before * values[at + 1]
                    + here * values[at + 3]
                    + next * values[at + 5]
                    + after * values[at + 7]);
      }
    }

    /** The larger of the two functions' errors; NaN where they are not finite. */
    double error(DriftAndNoise exact) {
      double[] x = new double[cells * CHECKED.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = from + (i / CHECKED.length + CHECKED[i % CHECKED.length]) / perLength;
      }
      double[][] table = new double[2][x.length];
      double[][] truth = new double[2][x.length];
      at(x, table[0], table[1]);
      exact.at(x, truth[0], truth[1]);
      return Math.max(relative(table[0], truth[0]), relative(table[1], truth[1]));
    }

    private static double relative(double[] values, double[] truth) {
      double size = 0;
      double error = 0;
      for (int i = 0; i < values.length; i++) {
        size = Math.max(size, Math.abs(truth[i]));
        error = Math.max(error, Math.abs(values[i] - truth[i]));
      }
      return error == 0 ? 0 : error / size;
    }
  }
}
