package org.shiftscope.ui.kind.landscape;

import java.util.List;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;

/** The effective potential v over x. */
final class PotentialFigure {

  private PotentialFigure() {}

  static Figure of(LandscapeSeen seen) {
    return new Figure(
        new Caption(
            "potential",
            "Effective potential at T = " + FormatNumber.significant(seen.theory().temperature()),
            seen.constantNoise()
                ? "v(x) = L_{tr}(x) / c"
                : "v(x) = \\int L_{tr}^{\\prime} / c \\, dx + \\tfrac T2 \\ln c(x)",
            seen.constantNoise()
                ? "The noise is the same everywhere, so SGD follows the train loss."
                : "The noise depends on the position: SGD follows v, whose minima and depths are not those of the train loss."),
        LandscapeSeen.X,
        FigureAxis.linear("v − lowest v"),
        List.of(
            seen.curve("v", LandscapeSeen.TRAIN, seen.theory().curves().potential()),
            new Dots(
                "Minima of v",
                LandscapeSeen.TRAIN,
                Points.at(seen.theory().wells().x(), seen.theory().wells().potential()))),
        seen.boundaries());
  }
}
