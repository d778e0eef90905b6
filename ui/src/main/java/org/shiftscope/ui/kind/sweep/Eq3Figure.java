package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.Prediction;
import org.shiftscope.ui.chart.Compared;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.chart.Points.Origin;
import org.shiftscope.ui.kind.Trends;

/**
 * The check of Eq. 3: what the shift costs, measured, against what predicts it. On the diagonal a
 * prediction is exact. Drawn at first is the one from the test side alone, by the second order at
 * θ_te; the paper's fit, which has seen what it predicts, and the baselines wait in the legend.
 */
final class Eq3Figure {

  private static final String COLOURS =
      " Colours go from the lowest temperature, blue, to the highest, orange; click the legend for other predictions. ";

  private static final String SHOWN = "second-order";

  private Eq3Figure() {}

  /** One for each flow time, the last first. */
  static List<Figure> of(List<TimedTrends> times) {
    return times.reversed().stream()
        .map(at -> of(at, times.size() == 1 ? "" : " at " + at.title()))
        .toList();
  }

  private static Figure of(TimedTrends at, String when) {
    Trends trends = at.trends();
    List<Prediction> predictions = at.eq3().predictions();
    int[] byTemperature = byTemperature(trends);
    List<Origin> origins = trends.origins();
    List<Layer> layers = new ArrayList<>();
    for (Prediction prediction : predictions) {
      layers.add(
          new Dots(
              prediction.title(),
              layers.size(),
              Style.HEATED,
              Points.at(
                      ordered(prediction.predicted(), byTemperature),
                      ordered(at.eq3().excess(), byTemperature))
                  .of(IntStream.of(byTemperature).mapToObj(origins::get).toList())));
    }
    Set<String> others =
        predictions.stream()
            .filter(prediction -> !prediction.id().equals(SHOWN))
            .map(Prediction::title)
            .collect(Collectors.toSet());
    return Compared.of(
            caption(at, when),
            "Predicted excess (nats per sample)",
            "Measured L_te(θ_tr) − L_te(θ_te) (nats per sample)",
            layers)
        .hiding(others);
  }

  private static Caption caption(TimedTrends at, String when) {
    SweepFindings.Eq3 eq3 = at.eq3();
    return new Caption(
        "eq3" + at.suffix(),
        "Eq. 3: what the shift costs, predicted and measured" + when,
        "L_{te}(\\theta_{tr}) - L_{te}(\\theta_{te}) \\approx \\tfrac12 s^{\\mathsf T} H_{te}\\, s",
        eq3.sentence() + COLOURS + eq3.limits());
  }

  /** The places of the trials by ascending temperature. */
  static int[] byTemperature(Trends trends) {
    Series temperatures = trends.temperatures();
    return IntStream.range(0, temperatures.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> temperatures.get(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static Series ordered(Series values, int[] order) {
    return Series.of(IntStream.of(order).mapToDouble(values::get).toArray());
  }
}
