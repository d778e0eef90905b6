package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateFindings.EqualTemperature;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;

/** Equal temperatures of different learning rates and batch sizes. */
final class InvarianceFigure {

  private InvarianceFigure() {}

  static Figure of(SteadyStateSeen seen, SteadyStateFindings findings) {
    List<EqualTemperature> found = findings.equalTemperatures();
    List<Layer> layers = new ArrayList<>();
    double least =
        found.stream().mapToDouble(EqualTemperature::learningRate).min().orElse(0.01) / 1.5;
    double most = found.stream().mapToDouble(EqualTemperature::learningRate).max().orElse(1) * 1.5;
    Series rates = Series.of(least, most);
    for (int side = -1; side <= 1; side++) {
      double level = 1 + side * seen.spec().margin();
      layers.add(
          new Curve(
              side == 0 ? "1" : side < 0 ? "Low" : "High",
              side == 0 ? 2 : 3,
              Stroke.DASHED,
              rates,
              Series.of(level, level)));
    }
    for (Verdict verdict : Verdict.values()) {
      List<double[]> points =
          found.stream()
              .filter(each -> each.verdict() == verdict)
              .map(
                  each ->
                      new double[] {
                        each.learningRate(),
                        each.ratio(),
                        (each.interval().high() - each.interval().low()) / 2
                      })
              .toList();
      if (!points.isEmpty()) {
        layers.add(
            SteadyStateSeen.dots(
                verdict.title(), verdict.ordinal(), points, "90 % interval of the ratio"));
      }
    }
    return new Figure(
        new Caption(
            "invariance",
            "Equal T, different η and B",
            "\\frac{\\operatorname{tr} \\Sigma(\\eta, B)}{\\operatorname{tr} \\Sigma(\\eta_0, B_0)} \\text{ at } \\frac{\\eta}{B} = \\frac{\\eta_0}{B_0}",
            findings.equality().isEmpty()
                ? "Two batch sizes at one temperature are needed to compare."
                : findings.equality() + " Eq. 11 knows T alone; the size of η breaks it."),
        FigureAxis.logarithmic("Learning rate η = T · B"),
        FigureAxis.linear("Ratio to the smallest batch"),
        layers);
  }
}
