package org.shiftscope.ui.kind.resampling;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.Runs;
import org.shiftscope.compute.result.ResamplingFindings.Shuffle;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Origins;

/** Each quantity on the given split beside shuffled ones. */
final class ShuffleFigures {

  /** How wide the trials of one side are spread. */
  private static final double WIDTH = 0.6;

  private static final String DEVIATION = "given: ± one standard deviation";
  private static final String PREDICTION = "shuffled: where 19 of 20 more would lie";

  private ShuffleFigures() {}

  static List<Figure> of(Shuffle found, Origins origins) {
    return found.comparisons().stream()
        .filter(each -> !each.given().trials().isEmpty())
        .map(each -> of(each, origins))
        .toList();
  }

  private static Figure of(Comparison compared, Origins origins) {
    return new Figure(
        new Caption("shuffle-" + compared.id(), compared.title(), "", compared.sentence()),
        FigureAxis.places("Split", List.of("Given", "Shuffled")),
        FigureAxis.linear(compared.unit()),
        List.of(
            trials("Trials on the given split", 0, compared.given(), origins),
            trials("Trials on shuffled splits", 1, compared.shuffled(), origins),
            mean("Given: mean", 0, compared.given(), compared.given().deviation(), DEVIATION),
            mean(
                "Shuffled: mean",
                1,
                compared.shuffled(),
                compared.draw().interval().high() - compared.shuffled().mean(),
                PREDICTION)));
  }

  /** Side by side in the order of their seeds. */
  private static Dots trials(String title, int place, Runs runs, Origins origins) {
    int count = runs.trials().size();
    double[] x =
        IntStream.range(0, count)
            .mapToDouble(i -> place + 0.5 + WIDTH * ((i + 0.5) / count - 0.5))
            .toArray();
    return new Dots(
        title,
        place,
        Style.PALE,
        Points.at(Series.of(x), runs.values())
            .of(runs.trials().stream().map(origins::of).toList()));
  }

  private static Dots mean(String title, int place, Runs runs, double bar, String meaning) {
    return new Dots(
        title,
        place,
        Points.at(Series.of(place + 0.5), Series.of(runs.mean()), Series.of(bar), meaning));
  }
}
