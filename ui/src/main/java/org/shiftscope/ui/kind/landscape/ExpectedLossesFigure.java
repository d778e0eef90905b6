package org.shiftscope.ui.kind.landscape;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** The expected losses against temperature, and the best temperature. */
final class ExpectedLossesFigure {

  private ExpectedLossesFigure() {}

  static Figure of(LandscapeSeen seen) {
    AgainstTemperature against = seen.theory().against();
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Curve(
            "E[L_tr]", LandscapeSeen.TRAIN, Stroke.SOLID, against.temperature(), against.train()));
    layers.add(
        new Curve(
            "E[L_te]", LandscapeSeen.TEST, Stroke.SOLID, against.temperature(), against.test()));
    seen.dots("E[L_tr], walkers", LandscapeSeen.TRAIN, "expected-train-loss")
        .ifPresent(layers::add);
    seen.dots("E[L_te], walkers", LandscapeSeen.TEST, "expected-test-loss").ifPresent(layers::add);
    List<Mark> marks = new ArrayList<>();
    double best = seen.theory().bestTemperature();
    boolean shown =
        best >= against.temperature().get(0)
            && best <= against.temperature().get(against.temperature().size() - 1);
    if (shown) {
      marks.add(new Mark(best, "best T"));
    }
    return new Figure(
        new Caption(
            "losses",
            "Expected train and test loss",
            "\\mathbb E[L] = \\int L(x)\\, p(x)\\, dx",
            bestSentence(seen.theory())),
        LandscapeSeen.T,
        LandscapeSeen.LOSS,
        layers,
        marks);
  }

  private static String bestSentence(LandscapeTheory theory) {
    double best = theory.bestTemperature();
    String loss = FormatNumber.significant(theory.bestTestLoss());
    if (best == 0) {
      return "The test loss is best as T → 0, where it goes to " + loss + ".";
    }
    return Double.isInfinite(best) || Double.isNaN(best)
        ? "The test loss falls as T grows, toward " + loss + "."
        : "The test loss is best at T = " + FormatNumber.significant(best) + ": " + loss + ".";
  }
}
