package org.shiftscope.compute.assumption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;

/** The steady-state current of a loss and a noise given as formulas, beside the exact one. */
public final class MeasureCurrent {

  /** Points along each side of a bin at which the exact current is averaged. */
  private static final int INSIDE = 5;

  private MeasureCurrent() {}

  /**
   * Measures.
   *
   * @param streams {@code walkers} is split off
   * @param progress hears the share that is done; may throw to stop
   * @param execution stands on the result
   * @throws org.shiftscope.compute.descent.Divergence where a walker leaves the finite numbers
   */
  public static CurrentMeasurement measure(
      Formulas formulas,
      double temperature,
      RandomStreams streams,
      DoubleConsumer progress,
      Execution execution) {
    progress.accept(0);
    CurlTheory curl = MapCurl.of(formulas, temperature);
    CountCurrent.Group[] groups = new CountCurrent(formulas, temperature, streams).run(progress);
    Optional<LinearProcess> process = LinearProcess.of(formulas, temperature);
    double[] rotations = Arrays.stream(groups).mapToDouble(CountCurrent.Group::rotation).toArray();
    double rotation = StatUtils.mean(rotations);
    double rotationError = error(rotations);
    double[] x = centres(formulas.domain().xFrom(), formulas.domain().xTo(), formulas);
    double[] y = centres(formulas.domain().yFrom(), formulas.domain().yTo(), formulas);
    return new CurrentMeasurement(
        sentence(curl, rotation, rotationError),
        curl.relative(),
        Series.of(x),
        Series.of(y),
        mean(groups, CountCurrent.Group::density),
        mean(groups, CountCurrent.Group::currentX),
        mean(groups, CountCurrent.Group::currentY),
        errors(groups, CountCurrent.Group::currentX),
        errors(groups, CountCurrent.Group::currentY),
        exact(process, x, y, 0),
        exact(process, x, y, 1),
        rotation,
        rotationError,
        process.map(LinearProcess::rotation).orElse(Double.NaN),
        execution);
  }

  private static String sentence(CurlTheory curl, double rotation, double error) {
    double size = Math.abs(rotation) / error;
    return String.format(
        Locale.ROOT,
        "The curl is %s, and the walkers turn by %.3g ± %.2g in a unit of time: %s.",
        curl.zero()
            ? "0 but for rounding"
            : String.format(Locale.ROOT, "%.2g of the field's slope", curl.relative()),
        rotation,
        error,
        size > 4 ? "the steady state has a current" : "no net rotation is seen");
  }

  private static Series mean(
      CountCurrent.Group[] groups, Function<CountCurrent.Group, double[]> of) {
    return perBin(groups, of, StatUtils::mean);
  }

  private static Series errors(
      CountCurrent.Group[] groups, Function<CountCurrent.Group, double[]> of) {
    return perBin(groups, of, MeasureCurrent::error);
  }

  private static Series perBin(
      CountCurrent.Group[] groups,
      Function<CountCurrent.Group, double[]> of,
      ToDoubleFunction<double[]> statistic) {
    double[] result = new double[of.apply(groups[0]).length];
    double[] values = new double[groups.length];
    for (int bin = 0; bin < result.length; bin++) {
      for (int g = 0; g < groups.length; g++) {
        values[g] = of.apply(groups[g])[bin];
      }
      result[bin] = statistic.applyAsDouble(values);
    }
    return Series.of(result);
  }

  private static double error(double[] values) {
    return Math.sqrt(StatUtils.variance(values) / values.length);
  }

  /** The means over the bins, as the walkers are counted. */
  private static Series exact(
      Optional<LinearProcess> process, double[] x, double[] y, int component) {
    if (process.isEmpty()) {
      return Series.of();
    }
    double width = x[1] - x[0];
    double height = y[1] - y[0];
    double[] values = new double[x.length * y.length];
    for (int i = 0; i < values.length; i++) {
      for (int inside = 0; inside < INSIDE * INSIDE; inside++) {
        double across = (inside % INSIDE + 0.5) / INSIDE - 0.5;
        double up = ((double) (inside / INSIDE) + 0.5) / INSIDE - 0.5;
        double[] current =
            process.get().current(x[i % x.length] + across * width, y[i / x.length] + up * height);
        values[i] += current[component] / (INSIDE * INSIDE);
      }
    }
    return Series.of(values);
  }

  private static double[] centres(double from, double to, Formulas formulas) {
    double[] centres = new double[formulas.current().bins()];
    Arrays.setAll(centres, i -> from + (to - from) * (i + 0.5) / centres.length);
    return centres;
  }
}
