package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Ribbon;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.TemperatureAxis;

/**
 * One quantity of the experiments that are compared, one colour for each: differences from the
 * reference with the margin, and means.
 *
 * @param comparison of which it is one
 * @param quantity which
 * @param spread what the bands of the means are
 */
public record ComparisonFigures(
    ExperimentComparison comparison, Quantity quantity, MeanBand spread) {

  private static final int COLOUR_OF_THE_MARGIN = 7;

  /** Of points at one temperature, from one experiment to the next. */
  private static final int PIXELS = 9;

  /** The band goes on beyond the first and the last temperature by this factor. */
  private static final double ROOM = 1.25;

  private static final String ASIDE =
      " Points of one temperature are drawn side by side so that bars can be told apart.";

  /** Differences and means. */
  public List<Figure> all() {
    return List.of(differences(), means());
  }

  private Figure differences() {
    List<Double> temperatures =
        quantity.others().stream()
            .flatMap(other -> other.temperatures().stream())
            .map(AtEqualTemperature::temperature)
            .distinct()
            .sorted()
            .toList();
    List<Layer> layers = new ArrayList<>();
    if (Double.isFinite(quantity.margin()) && !temperatures.isEmpty()) {
      Series ends = Series.of(temperatures.getFirst() / ROOM, temperatures.getLast() * ROOM);
      layers.add(
          new Histogram(
              "Counts as equal",
              COLOUR_OF_THE_MARGIN,
              ends,
              Series.of(quantity.margin()),
              -quantity.margin()));
      layers.add(
          new Curve("No difference", COLOUR_OF_THE_MARGIN, Stroke.DASHED, ends, Series.of(0, 0)));
    }
    for (int i = 0; i < quantity.others().size(); i++) {
      layers.add(difference(quantity.others().get(i), i));
    }
    return new Figure(
        new Caption(
            "differences",
            QuantityKey.title(quantity) + ", less that of “" + comparison.reference().name() + "”",
            "",
            "Mean differences at equal T with their 90 % interval. Equal: the whole interval lies in the band; different: all"
                + " of it outside; else undecided."
                + ASIDE),
        TemperatureAxis.of(temperatures),
        FigureAxis.linear("Difference" + unit()),
        layers);
  }

  private Dots difference(Other other, int place) {
    List<AtEqualTemperature> at = other.temperatures();
    return new Dots(
        name(other),
        colour(other),
        Style.PLAIN,
        Points.at(
            series(at, AtEqualTemperature::temperature),
            series(at, AtEqualTemperature::difference),
            series(at, test -> (test.interval().high() - test.interval().low()) / 2),
            "90 % interval of the mean difference"),
        aside(place, quantity.others().size()));
  }

  private Figure means() {
    List<Layer> layers = new ArrayList<>();
    addMeans(layers, comparison.reference().name(), 0, quantity.means());
    for (int i = 0; i < quantity.others().size(); i++) {
      Other other = quantity.others().get(i);
      addMeans(layers, name(other), colour(other), other.means());
    }
    return new Figure(
        new Caption(
            "means",
            QuantityKey.title(quantity),
            "",
            "Means over all trials that count, with bands: "
                + spread.meaning()
                + ". Trials of one seed are pairs, so that a difference may be told where bands overlap."),
        TemperatureAxis.of(
            Stream.concat(
                    quantity.means().stream(),
                    quantity.others().stream().flatMap(other -> other.means().stream()))
                .map(Mean::temperature)
                .distinct()
                .sorted()
                .toList()),
        FigureAxis.linear("Mean" + unit()),
        layers);
  }

  private void addMeans(List<Layer> layers, String title, int colour, List<Mean> means) {
    Series x = series(means, Mean::temperature);
    Points points =
        Points.at(x, series(means, Mean::mean), series(means, spread::of), spread.meaning());
    layers.add(
        new Ribbon(
            title,
            colour,
            x,
            series(means, mean -> mean.mean() - spread.of(mean)),
            series(means, mean -> mean.mean() + spread.of(mean))));
    layers.add(new Dots(title, colour, Style.JOINED, points));
  }

  private static int aside(int place, int count) {
    return (2 * place - (count - 1)) * PIXELS / 2;
  }

  /** The place of an experiment among all: it keeps its colour from quantity to quantity. */
  private int colour(Other other) {
    return ids().indexOf(other.experiment()) + 1;
  }

  private String name(Other other) {
    return comparison.others().get(ids().indexOf(other.experiment())).name();
  }

  private List<String> ids() {
    return comparison.others().stream().map(Side::experiment).toList();
  }

  private String unit() {
    return quantity.unit().isEmpty() ? "" : " (" + quantity.unit() + ")";
  }

  private static <T> Series series(List<T> all, ToDoubleFunction<T> number) {
    return Series.of(all.stream().mapToDouble(number).toArray());
  }
}
