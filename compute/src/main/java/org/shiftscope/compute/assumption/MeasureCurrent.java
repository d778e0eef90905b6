package org.shiftscope.compute.assumption;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;
import org.shiftscope.compute.assumption.CurrentState.Group;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.stage.StageRun;

/** The steady-state current of a loss and a noise given as formulas, beside the exact one. */
public final class MeasureCurrent {

  /** Points along each side of a bin at which the exact current is averaged. */
  private static final int INSIDE = 5;

  private MeasureCurrent() {}

  /**
   * Lets the walkers go.
   *
   * @param streams {@code walkers} is split off
   * @param run goes on within a group of them
   * @throws org.shiftscope.compute.descent.Divergence where a walker leaves the finite numbers
   */
  public static CurrentState walk(
      Formulas formulas, double temperature, RandomStreams streams, StageRun<CurrentState> run) {
    return new CountCurrent(formulas, temperature, streams).run(run);
  }

  /**
   * Sets what they carried beside the exact current.
   *
   * @param walked all groups done
   * @param execution stands on the result
   */
  public static CurrentMeasurement measured(
      Formulas formulas, double temperature, CurrentState walked, Execution execution) {
    CurlTheory curl = MapCurl.of(formulas, temperature);
    List<Group> groups = walked.done();
    Optional<LinearProcess> process = LinearProcess.of(formulas, temperature);
    double[] rotations = groups.stream().mapToDouble(Group::rotation).toArray();
    double rotation = StatUtils.mean(rotations);
    double rotationError = error(rotations);
    double[] x = centres(formulas.domain().xFrom(), formulas.domain().xTo(), formulas);
    double[] y = centres(formulas.domain().yFrom(), formulas.domain().yTo(), formulas);
    return new CurrentMeasurement(
        sentence(curl, rotation, rotationError),
        curl.relative(),
        Series.of(x),
        Series.of(y),
        mean(groups, Group::density),
        mean(groups, Group::currentX),
        mean(groups, Group::currentY),
        errors(groups, Group::currentX),
        errors(groups, Group::currentY),
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
        "The curl is %s, and the walkers turn by %s ± %s in a unit of time: %s.",
        curl.zero()
            ? "0 but for rounding"
            : SayNumber.significant(curl.relative()) + " of the field's slope",
        SayNumber.significant(rotation),
        SayNumber.significant(error),
        size > 4 ? "the steady state has a current" : "no net rotation is seen");
  }

  private static Series mean(List<Group> groups, Function<Group, double[]> of) {
    return perBin(groups, of, StatUtils::mean);
  }

  private static Series errors(List<Group> groups, Function<Group, double[]> of) {
    return perBin(groups, of, MeasureCurrent::error);
  }

  private static Series perBin(
      List<Group> groups, Function<Group, double[]> of, ToDoubleFunction<double[]> statistic) {
    double[] result = new double[of.apply(groups.getFirst()).length];
    double[] values = new double[groups.size()];
    for (int bin = 0; bin < result.length; bin++) {
      for (int g = 0; g < groups.size(); g++) {
        values[g] = of.apply(groups.get(g))[bin];
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
