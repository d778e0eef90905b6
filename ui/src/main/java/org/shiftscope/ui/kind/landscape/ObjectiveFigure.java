package org.shiftscope.ui.kind.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;

/** Both losses over x, with the train minima. */
final class ObjectiveFigure {

  private ObjectiveFigure() {}

  static Figure of(LandscapeSeen seen) {
    List<Layer> layers = new ArrayList<>();
    layers.add(seen.curve("Train loss", LandscapeSeen.TRAIN, seen.theory().curves().train()));
    layers.add(seen.curve("Test loss", LandscapeSeen.TEST, seen.theory().curves().test()));
    layers.add(
        new Dots(
            "Train minima",
            LandscapeSeen.TRAIN,
            Points.at(
                ofBasins(seen.theory(), BasinOfLoss::minimum),
                ofBasins(seen.theory(), BasinOfLoss::loss))));
    return new Figure(
        new Caption(
            "objective",
            "Train and test loss",
            "L_{te}(x) = L_{tr}(x - \\text{shift})",
            "The train loss has "
                + basins(seen.theory())
                + ". Vertical lines are where basins meet."
                + undecided(seen.theory())),
        LandscapeSeen.X,
        LandscapeSeen.LOSS,
        layers,
        seen.boundaries());
  }

  /** Nothing where all was decided. */
  private static String undecided(LandscapeTheory theory) {
    return theory
        .undecided()
        .filter(left -> !left.isNothing())
        .map(left -> " " + left.sentence())
        .orElse("");
  }

  private static String basins(LandscapeTheory theory) {
    List<String> minima =
        theory.basins().stream()
            .map(
                basin ->
                    FormatNumber.significant(basin.minimum())
                        + (basin.atEnd()
                            ? " (an end of the domain)"
                            : basin.order() == 2
                                ? " (L″ = " + FormatNumber.significant(basin.derivative()) + ")"
                                : basin.order() == 0
                                    ? " (flatter than x⁸)"
                                    : " (L″ = 0, order " + basin.order() + ")"))
            .toList();
    return (minima.size() == 1 ? "one basin, at x = " : minima.size() + " basins, at x = ")
        + String.join(", ", minima);
  }

  private static Series ofBasins(LandscapeTheory theory, ToDoubleFunction<BasinOfLoss> number) {
    return Series.of(theory.basins().stream().mapToDouble(number).toArray());
  }
}
