package org.shiftscope.ui.scatter;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Origins;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.Words;

/** Two quantities of the trials of several experiments: a layer for each. */
public final class ScatterTogether {

  /** More than any experiment has temperatures. */
  private static final double MOST_TEMPERATURES = 1e6;

  private final ScatterChoice choice;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();

  /** The experiment and the temperature of each, as one number. */
  private final List<Double> groups = new ArrayList<>();

  /** {@code choice}: names two quantities that all of them have. */
  public ScatterTogether(ScatterChoice choice) {
    this.choice = choice;
  }

  /** Adds the trials of an experiment that count. */
  public void add(String name, ExperimentSpec spec, Results results) {
    ScatteredTrials trials = ScatteredTrials.of(spec, results, choice);
    var origins = new Origins(spec, results);
    layers.add(
        new Dots(
            name,
            layers.size(),
            Points.at(Series.of(trials.x()), Series.of(trials.y()))
                .of(trials.trials().stream().map(Trial::number).map(origins::of).toList())));
    List<Double> temperatures = new ArrayList<>();
    for (int i = 0; i < trials.x().length; i++) {
      x.add(trials.x()[i]);
      y.add(trials.y()[i]);
      double temperature = spec.temperatureOf(trials.trials().get(i).number());
      if (!temperatures.contains(temperature)) {
        temperatures.add(temperature);
      }
      groups.add(MOST_TEMPERATURES * layers.size() + temperatures.indexOf(temperature));
    }
  }

  /** The figure; none where there is no trial. */
  public List<Figure> figures() {
    return x.isEmpty()
        ? List.of()
        : List.of(
            new Figure(
                new Caption(
                    ScatterTab.ID,
                    choice.y() + " against " + choice.x(),
                    "",
                    "Each point a trial, " + Words.count(x.size(), "trial") + "."),
                ScatterFigure.axis(choice.x(), choice.isLogX(), array(x)),
                ScatterFigure.axis(choice.y(), choice.isLogY(), array(y)),
                layers));
  }

  /** Rank correlations; none where there is no trial. */
  public List<NumberTable> tables() {
    return x.isEmpty()
        ? List.of()
        : List.of(
            RankTable.of(
                choice.y() + " with " + choice.x(),
                "Within equal T of an experiment",
                new RankTable.Pairs(array(groups), array(x), array(y)),
                0));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
