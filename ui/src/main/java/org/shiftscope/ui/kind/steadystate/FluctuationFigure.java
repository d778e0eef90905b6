package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Stroke;

/** The two fluctuation-dissipation ratios against flow time. */
final class FluctuationFigure {

  private FluctuationFigure() {}

  static Figure of(SteadyStateSeen seen) {
    return new Figure(
        new Caption(
            "fluctuation-dissipation",
            "Arrival in the steady state",
            "\\mathbb E [\\theta \\cdot \\nabla L] \\big/ \\tfrac T2 \\mathbb E \\operatorname{tr} C, \\quad \\mathbb E \\lVert \\nabla L \\rVert^2 \\big/ \\tfrac T2 \\mathbb E \\operatorname{tr} H C",
            seen.without(
                "Both ratios start at 0, since SGD starts at the minimum, and are 1 in the steady state."
                    + " Mean over the trials.")),
        Axis.logarithmic("Flow time η · steps"),
        Axis.linear("Ratio"),
        List.of(
            new Curve("1", 2, Stroke.DASHED, ends(seen), Series.of(1, 1)),
            windows(seen, "First", 0, trial -> trial.fluctuation().first()),
            windows(seen, "Second", 1, trial -> trial.fluctuation().second())),
        seen.spec().burnIn() > 0
            ? List.of(new Figure.Mark(seen.spec().burnIn(), "burn-in ends"))
            : List.of());
  }

  private static Series ends(SteadyStateSeen seen) {
    Series time = seen.trials().getFirst().fluctuation().flowTime();
    return Series.of(time.get(0), time.get(time.size() - 1));
  }

  private static Dots windows(
      SteadyStateSeen seen,
      String title,
      int colour,
      Function<SteadyStateMeasurement, Series> ratio) {
    List<double[]> points = new ArrayList<>();
    Series time = seen.trials().getFirst().fluctuation().flowTime();
    for (int w = 0; w < time.size(); w++) {
      int window = w;
      double[] values =
          seen.trials().stream().mapToDouble(trial -> ratio.apply(trial).get(window)).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double error = Math.sqrt(squares / (values.length - 1.0) / values.length);
      points.add(new double[] {time.get(w), mean, error});
    }
    return SteadyStateSeen.dots(
        title, colour, points, "± one standard error of the mean over trials");
  }
}
