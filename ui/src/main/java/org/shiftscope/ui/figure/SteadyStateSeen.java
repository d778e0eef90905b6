package org.shiftscope.ui.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Stroke;

/**
 * A steady state as its figures see it.
 *
 * @param spec the experiment
 * @param theory what theory says at the temperature looked at
 * @param trials what was measured so far
 */
record SteadyStateSeen(
    SteadyState spec, SteadyStateTheory theory, List<SteadyStateMeasurement> trials) {

  static final Axis TEMPERATURE = Axis.logarithmic("Temperature T = η / B");
  private static final int LINE_POINTS = 25;

  /** What grows in proportion to T, somewhat beyond the experiment's temperatures. */
  Curve line(String title, int colour, Stroke stroke, double perTemperature) {
    double[] temperatures = temperatures();
    return new Curve(
        title,
        colour,
        stroke,
        Series.of(temperatures),
        Series.of(Arrays.stream(temperatures).map(t -> t * perTemperature).toArray()));
  }

  private double[] temperatures() {
    double[] values = spec.temperatures().values().stream().mapToDouble(t -> t).toArray();
    double low = Arrays.stream(values).min().orElseThrow() / 1.5;
    double high = Arrays.stream(values).max().orElseThrow() * 1.5;
    double[] temperatures = new double[LINE_POINTS];
    Arrays.setAll(temperatures, i -> low * Math.pow(high / low, i / (LINE_POINTS - 1.0)));
    return temperatures;
  }

  /** The trial whose temperature is nearest, of the smallest batch. */
  Optional<SteadyStateMeasurement> nearest(double temperature) {
    return trials.stream()
        .min(
            Comparator.<SteadyStateMeasurement>comparingDouble(
                    trial -> Math.abs(Math.log(trial.run().temperature() / temperature)))
                .thenComparingInt(trial -> trial.run().batchSize()));
  }

  /** Theory is about draws with replacement: the sentence, and what holds without. */
  String without(String sentence) {
    return spec.replacement() == Replacement.WITH
        ? sentence
        : sentence
            + " Theory draws with replacement; without, the noise of an epoch's batches nearly"
            + " cancels.";
  }

  /** A number of each trial against its temperature, with its error. */
  static Dots against(
      String title,
      int colour,
      List<SteadyStateMeasurement> trials,
      ToDoubleFunction<SteadyStateMeasurement> y,
      ToDoubleFunction<SteadyStateMeasurement> error) {
    return dots(
        title,
        colour,
        trials.stream()
            .map(
                trial ->
                    new double[] {
                      trial.run().temperature(), y.applyAsDouble(trial), error.applyAsDouble(trial)
                    })
            .toList());
  }

  /** Dots from points of x, y and error. */
  static Dots dots(String title, int colour, List<double[]> points) {
    return new Dots(title, colour, column(points, 0), column(points, 1), column(points, 2));
  }

  private static Series column(List<double[]> points, int place) {
    return Series.of(points.stream().mapToDouble(point -> point[place]).toArray());
  }
}
