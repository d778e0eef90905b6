package org.shiftscope.ui.scatter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.chart.Range;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.Origins;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;

/** A dot for each trial, with a layer for each value of what colours tell apart. */
record ScatterFigure(ExperimentSpec spec, ScatterChoice choice) {

  /** As many as the palette has symbols; more values are told by a scale of colours. */
  private static final int MOST_LAYERS = 8;

  Figure of(ScatteredTrials trials, Results results) {
    Axis colour = ChosenQuantities.of(spec, choice).colour();
    double[] values =
        trials.trials().stream()
            .mapToDouble(
                trial ->
                    spec.coordinates(trial.number())
                        .getOrDefault(colour.name(), Double.NaN)
                        .doubleValue())
            .toArray();
    var origins = new Origins(spec, results);
    TreeMap<Double, List<Integer>> by = new TreeMap<>();
    byValue(values).forEach(i -> by.computeIfAbsent(values[i], _ -> new ArrayList<>()).add(i));
    List<Layer> layers = new ArrayList<>();
    if (by.size() > MOST_LAYERS) {
      layers.add(new Dots("Trials", 0, Style.HEATED, points(trials, byValue(values), origins)));
    } else {
      by.forEach(
          (value, places) ->
              layers.add(
                  new Dots(label(colour, value), layers.size(), points(trials, places, origins))));
    }
    String x = ChosenQuantities.of(spec, choice).x().head();
    String y = ChosenQuantities.of(spec, choice).y().head();
    return new Figure(
        new Caption(ScatterTab.ID, y + " against " + x, "", say(trials, colour, by.size())),
        axis(x, choice.isLogX(), trials.x()),
        axis(y, choice.isLogY(), trials.y()),
        layers);
  }

  private static List<Integer> byValue(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .toList();
  }

  private static Points points(ScatteredTrials trials, List<Integer> places, Origins origins) {
    return Points.at(at(trials.x(), places), at(trials.y(), places))
        .of(places.stream().map(i -> origins.of(trials.trials().get(i).number())).toList());
  }

  private static Series at(double[] values, List<Integer> places) {
    return Series.of(places.stream().mapToDouble(i -> values[i]).toArray());
  }

  /** Over the numbers alone where it is logarithmic: whole decades can be far more. */
  static FigureAxis axis(String head, boolean logarithmic, double[] values) {
    return logarithmic
        ? Range.of(DoubleStream.of(values))
            .filter(range -> range.from() < range.to())
            .map(range -> FigureAxis.logarithmic(head).over(range.withRoom(true)))
            .orElseGet(() -> FigureAxis.logarithmic(head))
        : FigureAxis.linear(head);
  }

  private static String label(Axis colour, double value) {
    if (Double.isNaN(value)) {
      return "no " + colour.title().toLowerCase(Locale.ROOT);
    }
    return colour.symbol()
        + (colour.symbol().length() == 1 ? " = " : " ")
        + FormatNumber.significant(value);
  }

  private String say(ScatteredTrials trials, Axis colour, int values) {
    int missing = trials.counted() - trials.trials().size();
    String colours =
        values > MOST_LAYERS
            ? " Colours go from the lowest "
                + colour.title().toLowerCase(Locale.ROOT)
                + ", blue, to the highest, orange."
            : "";
    return "Each point a trial, "
        + Words.count(trials.trials().size(), "trial")
        + "."
        + (missing == 0
            ? ""
            : " "
                + Words.count(missing, "trial")
                + " that count"
                + (missing == 1 ? "s" : "")
                + (missing == 1 ? " is" : " are")
                + " not drawn: a number is missing"
                + (choice.isLogX() || choice.isLogY() ? ", or is not above 0" : "")
                + ".")
        + colours;
  }
}
