package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * Quantities at several flow times of the same flows: against τ with a curve for each temperature,
 * and against T with one for each τ.
 */
final class FlowTimeFigures {

  private static final String SPREAD = "± one standard deviation over trials of equal T and τ";

  private FlowTimeFigures() {}

  /** {@code times}: ascending, at least two. */
  static List<Figure> of(List<TimedTrends> times) {
    return Stream.of(Quantity.values())
        .flatMap(
            quantity ->
                Stream.of(againstTime(quantity, times), againstTemperature(quantity, times)))
        .toList();
  }

  private static Figure againstTime(Quantity quantity, List<TimedTrends> times) {
    List<Dots> layers = new ArrayList<>();
    for (double temperature : temperatures(quantity, times)) {
      layers.add(
          new Dots(
              "T = " + FormatNumber.significant(temperature),
              layers.size(),
              Style.JOINED,
              Points.at(
                  Series.of(times.stream().mapToDouble(at -> at.time().test()).toArray()),
                  series(quantity, times, temperature, Mean::mean),
                  series(quantity, times, temperature, Mean::deviation),
                  SPREAD)));
    }
    return figure(
        new Caption(
            quantity.trend + "-against-flow-time",
            quantity.title + " against the flow time",
            quantity.formula,
            "Every point of a curve is of the same flows, which pass the smaller times on their way. A trend with T is one"
                + " order of the curves at each τ: where they cross, it turns."),
        FigureAxis.logarithmic("Flow time τ" + onTest(times))
            .labelled(times.stream().map(at -> at.time().test()).toList()),
        quantity,
        layers);
  }

  /** A curvature goes over decades of τ, and is drawn so where it is nowhere below 0. */
  private static Figure figure(
      Caption caption, FigureAxis x, Quantity quantity, List<Dots> curves) {
    boolean decades =
        quantity == Quantity.CURVATURE
            && curves.stream().flatMapToDouble(Dots::ys).allMatch(y -> y > 0);
    return decades
        ? new Figure(
            caption,
            x,
            FigureAxis.logarithmic(quantity.unit),
            curves.stream().map(FlowTimeFigures::withEnds).toList())
        : new Figure(caption, x, FigureAxis.linear(quantity.unit), List.copyOf(curves));
  }

  private static Layer withEnds(Dots curve) {
    return new Dots(curve.title(), curve.colour(), curve.style(), curve.points().withoutWideBars());
  }

  private static String onTest(List<TimedTrends> times) {
    return times.stream().allMatch(at -> at.time().train() == at.time().test())
        ? ""
        : " on the test loss";
  }

  private static Figure againstTemperature(Quantity quantity, List<TimedTrends> times) {
    List<Dots> layers = new ArrayList<>();
    for (TimedTrends at : times) {
      layers.add(
          new Dots(
              at.title(),
              layers.size(),
              Style.JOINED,
              at.trends().means(quantity.trend, Mean::deviation, SPREAD)));
    }
    return figure(
        new Caption(
            quantity.trend + "-at-flow-times",
            quantity.title + " at each flow time",
            quantity.formula,
            "Against the temperature, a curve for each τ. The table below tells whether each rises or falls."),
        FigureAxis.logarithmic("Temperature T = η / B (learning rate per sample)")
            .labelled(temperatures(quantity, times)),
        quantity,
        layers);
  }

  private static List<Double> temperatures(Quantity quantity, List<TimedTrends> times) {
    return times.stream()
        .flatMap(at -> at.trends().trend(quantity.trend).temperatures().stream())
        .map(Mean::temperature)
        .distinct()
        .sorted()
        .toList();
  }

  private static Series series(
      Quantity quantity,
      List<TimedTrends> times,
      double temperature,
      ToDoubleFunction<Mean> number) {
    return Series.of(
        times.stream()
            .mapToDouble(
                at -> mean(quantity, at, temperature).map(number::applyAsDouble).orElse(Double.NaN))
            .toArray());
  }

  private static Optional<Mean> mean(Quantity quantity, TimedTrends at, double temperature) {
    return at.trends().trend(quantity.trend).temperatures().stream()
        .filter(mean -> mean.temperature() == temperature)
        .findFirst();
  }

  /** What is drawn, by its id in the findings. */
  private enum Quantity {
    CURVATURE(
        "test-curvature",
        "Test curvature κ_te / ‖s‖²",
        "\\kappa_{te} / \\lVert s \\rVert^2",
        "κ_te / ‖s‖² (loss per length²)"),
    SHIFT_CURVATURE(
        "shift-curvature",
        "Shift-curvature ½ κ_te",
        "\\tfrac12 \\kappa_{te}",
        "½ κ_te (nats per sample)"),
    EXACT(
        "exact-shift-curvature",
        "Exact shift-curvature ½ sᵀHs",
        "\\tfrac12 s^{\\mathsf T} H_{te}\\, s",
        "½ sᵀHs (nats per sample)"),
    SLOPE(
        "slope",
        "Slope gᵀs",
        "\\nabla L_{te}(\\theta_{te})^{\\mathsf T} s",
        "gᵀs (nats per sample)"),
    SHIFT(
        "shift-norm",
        "Length of the shift ‖s‖",
        "\\lVert s \\rVert",
        "‖s‖ (length in parameter space)");

    private final String trend;
    private final String title;
    private final String formula;
    private final String unit;

    Quantity(String trend, String title, String formula, String unit) {
      this.trend = trend;
      this.title = title;
      this.formula = formula;
      this.unit = unit;
    }
  }
}
