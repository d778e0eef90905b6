package org.shiftscope.ui.experiment;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.LossCurve.Point;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.wording.FormatNumber;

/** How the loss and its gradient go in a trial that runs: a figure for each stage. */
final class LossFigures {

  private LossFigures() {}

  /** The stage that runs first. {@code trial}: its number. */
  static List<Figure> of(int trial, List<LossCurve> curves) {
    return curves.reversed().stream()
        .filter(curve -> !curve.points().isEmpty())
        .map(curve -> of(trial, curve))
        .toList();
  }

  private static Figure of(int trial, LossCurve curve) {
    boolean refines = curve.stage().endsWith("point");
    Point last = curve.points().getLast();
    String step = refines ? "gradient" : "step";
    return new Figure(
        new Caption(
            "loss-" + trial + "-" + curve.stage().toLowerCase(Locale.ROOT).replace(' ', '-'),
            "Trial " + trial + ", " + curve.stage() + ": loss and its gradient",
            "",
            "After "
                + step
                + " "
                + FormatNumber.whole(last.step())
                + ": loss "
                + FormatNumber.significant(last.loss())
                + ", ‖∇L‖ "
                + FormatNumber.significant(last.gradientNorm())
                + (refines
                    ? ". Of all samples; inner steps of the integrator count as well."
                    : ". Of single minibatches, so that it is noisy.")),
        FigureAxis.linear(refines ? "Gradients taken" : "Steps of SGD"),
        FigureAxis.logarithmic("Loss (nats per sample), ‖∇L‖"),
        List.of(
            line("Loss", 0, curve.points(), Point::loss),
            line("‖∇L‖", 1, curve.points(), Point::gradientNorm)));
  }

  /** What is not above 0 has no place on a logarithmic axis. */
  private static Curve line(
      String title, int colour, List<Point> points, ToDoubleFunction<Point> value) {
    return new Curve(
        title,
        colour,
        Stroke.SOLID,
        Series.of(points.stream().mapToDouble(Point::step).toArray()),
        Series.of(
            points.stream()
                .mapToDouble(value)
                .map(number -> number > 0 ? number : Double.NaN)
                .toArray()));
  }
}
