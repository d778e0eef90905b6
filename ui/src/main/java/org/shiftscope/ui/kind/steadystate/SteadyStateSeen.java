package org.shiftscope.ui.kind.steadystate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;

/**
 * A steady state as its figures see it.
 *
 * @param spec the experiment
 * @param theory what theory says at the temperature looked at
 * @param measured the results that count
 * @param found what was found over them; empty in the live form
 * @param trends its quantities against T
 */
record SteadyStateSeen(
    SteadyState spec,
    SteadyStateTheory theory,
    ResultsOf<SteadyStateMeasurement> measured,
    Optional<SteadyStateFindings> found,
    Trends trends) {

  /** What the bars of trials are. */
  static final String ONE_ERROR = "± one standard error";

  private static final int LINE_POINTS = 25;

  FigureAxis temperatureAxis() {
    return TemperatureAxis.of(spec.temperatures());
  }

  /** The results alone. */
  List<SteadyStateMeasurement> trials() {
    return measured.all().stream().map(ResultsOf.Counted::result).toList();
  }

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
    return trials().stream()
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

  /** A quantity of each trial against its temperature, with its error. */
  Dots against(String title, int colour, String trend) {
    return new Dots(title, colour, trends.trials(trend, ONE_ERROR));
  }

  /** The same of the trials of one batch size; empty where none counts. */
  Optional<Dots> against(String title, int colour, String trend, int batchSize) {
    Points points = trends.trials(trend, ONE_ERROR, trial -> spec.batchSizeOf(trial) == batchSize);
    return points.x().size() == 0 ? Optional.empty() : Optional.of(new Dots(title, colour, points));
  }

  /** Dots from points of x, y and error. */
  static Dots dots(String title, int colour, List<double[]> points, String meaning) {
    return new Dots(title, colour, at(points, meaning));
  }

  private static Points at(List<double[]> points, String meaning) {
    return Points.at(column(points, 0), column(points, 1), column(points, 2), meaning);
  }

  private static Series column(List<double[]> points, int place) {
    return Series.of(points.stream().mapToDouble(point -> point[place]).toArray());
  }
}
