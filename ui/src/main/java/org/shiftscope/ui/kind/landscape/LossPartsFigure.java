package org.shiftscope.ui.kind.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;

/** The parts of the expected test loss against temperature (Eq. 4). */
final class LossPartsFigure {

  /** Rounding, which is shown as 0. */
  private static final double NOTHING = 1e-12;

  private LossPartsFigure() {}

  static Figure of(LandscapeSeen seen) {
    AgainstTemperature against = seen.theory().against();
    double lowest =
        seen.theory().basins().stream().mapToDouble(BasinOfLoss::loss).min().orElseThrow();
    List<Layer> layers = new ArrayList<>();
    layers.add(band(against, "Test minima", 2, shifted(against.minimum(), lowest)));
    layers.add(band(against, "Shift-curvature", 3, against.shift()));
    if (!seen.constantNoise()) {
      layers.add(band(against, "Bias-curvature", 4, against.bias()));
      layers.add(band(against, "Cross term", 5, against.cross()));
    }
    layers.add(band(against, "Covariance-curvature", 6, against.covariance()));
    layers.add(
        new Curve(
            "Exact",
            LandscapeSeen.TEST,
            Stroke.SOLID,
            against.temperature(),
            shifted(against.test(), lowest)));
    layers.add(
        new Curve(
            seen.constantNoise() ? "Eq. 8" : "Eq. 7",
            LandscapeSeen.TRAIN,
            Stroke.DASHED,
            against.temperature(),
            shifted(against.leading(), lowest)));
    return new Figure(
        new Caption(
            "parts",
            "Parts of the expected test loss",
            "\\mathbb E[L_{te}] \\approx \\sum_k w_k \\bigl\\{ L_{te,k} + \\tfrac12 (s_k + b_k)^{\\mathsf T} H_k (s_k + b_k) + \\tfrac12 \\operatorname{tr}(H_k \\Sigma_k) \\bigr\\} \\quad \\text{(Eq. 4)}",
            "Above the lowest test minimum. What the parts add up to, against the exact expectation: they differ by the terms"
                + " beyond the second order of shift and spread."),
        LandscapeSeen.T,
        FigureAxis.linear("loss above the lowest minimum"),
        layers,
        seen.looked());
  }

  private static Band band(AgainstTemperature against, String title, int colour, Series y) {
    return new Band(title, colour, against.temperature(), y);
  }

  private static Series shifted(Series values, double by) {
    return Series.of(
        Arrays.stream(values.toArray())
            .map(value -> Math.abs(value - by) < NOTHING ? 0 : value - by)
            .toArray());
  }
}
