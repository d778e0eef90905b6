package org.shiftscope.ui.figure;

import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.wording.FormatNumber;

/** The effective potential v over x. */
final class PotentialFigure {

  private PotentialFigure() {}

  static Figure of(LandscapeSeen seen) {
    return new Figure(
        "potential",
        "Effective potential at T = " + FormatNumber.significant(seen.theory().temperature()),
        seen.constantNoise() ? "v(x) = L_tr(x) / c" : "v(x) = ∫ L_tr′/c dx + (T/2) ln c(x)",
        seen.constantNoise()
            ? "The noise is the same everywhere, so SGD follows the train loss."
            : "The noise depends on the position: SGD follows v, whose minima and depths are not those of the train loss.",
        LandscapeSeen.X,
        Axis.linear("v − lowest v"),
        List.of(
            seen.curve("v", LandscapeSeen.TRAIN, seen.theory().curves().potential()),
            new Dots(
                "Minima of v",
                LandscapeSeen.TRAIN,
                seen.theory().wells().x(),
                seen.theory().wells().potential(),
                Series.of(
                    seen.theory().wells().x().values().stream().mapToDouble(x -> 0).toArray()))),
        seen.boundaries());
  }
}
