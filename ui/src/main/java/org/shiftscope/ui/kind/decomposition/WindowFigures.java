package org.shiftscope.ui.kind.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;

/** What one trial's window came to. */
public final class WindowFigures {

  private static final List<String> PLACES =
      Stream.of(
              Stream.of("L_te(θ_te)"),
              Stream.of(Term.values()).map(WindowFigures::symbol),
              Stream.of("Sum", "Measured"))
          .flatMap(names -> names)
          .toList();

  private WindowFigures() {}

  private static String symbol(Term term) {
    return switch (term) {
      case SLOPE -> "gᵀ(s + b)";
      case SHIFT_CURVATURE -> "½ sᵀHs";
      case CROSS_TERM -> "sᵀHb";
      case BIAS_CURVATURE -> "½ bᵀHb";
      case COVARIANCE_CURVATURE -> "½ tr(HΣ)";
    };
  }

  /** The terms one on the other, and the test loss over the window. */
  public static List<Figure> of(Decomposition found) {
    return List.of(waterfall(found), losses(found));
  }

  private static Figure waterfall(Decomposition found) {
    List<Layer> layers = new ArrayList<>();
    double level = found.testLoss().value();
    layers.add(new Curve("L_te(θ_te)", 7, Stroke.SOLID, Series.of(0, 1), Series.of(level, level)));
    for (Term term : Term.values()) {
      double next = level + term.in(found).value();
      layers.add(column(term, level, next));
      level = next;
    }
    int end = 1 + Term.values().length;
    layers.add(bar("Sum of Eq. 4", 0, end + 0.5, found.sum()));
    layers.add(bar("Measured mean", 1, end + 1.5, found.measuredMean()));
    return new Figure(
        new Caption(
            "eq4-waterfall",
            "From the test point to the measured mean",
            "\\tfrac1n \\sum_i L_{te}(\\theta_i) - L_{te}(\\theta_{te})",
            "Each column floats from the sum of the terms before its own to the sum with it. "
                + found.sentence()),
        FigureAxis.places("Terms of Eq. 4", PLACES),
        FigureAxis.linear("Loss (nats per sample)"),
        layers);
  }

  private static Histogram column(Term term, double from, double to) {
    double place = 1.0 + term.ordinal();
    return new Histogram(
        term.title(),
        MixtureFigures.colour(term),
        Series.of(place, place + 1),
        Series.of(to),
        from);
  }

  private static Dots bar(String title, int colour, double x, Decomposition.Part part) {
    return new Dots(
        title,
        colour,
        Points.at(
            Series.of(x),
            Series.of(part.value()),
            Series.of(part.error()),
            "± one standard error over the window"));
  }

  private static Figure losses(Decomposition found) {
    int n = found.testLosses().size();
    double step = found.window().flowTime() / n;
    Series times = Series.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i * step).toArray());
    Series ends = Series.of(0, n * step);
    return new Figure(
        new Caption(
            "window-losses",
            "The test loss over the window",
            "L_{te}(\\theta_i)",
            found.arrival().sentence()),
        FigureAxis.linear("Flow time since the end of SGD (η · steps)"),
        FigureAxis.linear("Test loss (nats per sample)"),
        List.of(
            new Curve("Iterates", 1, Stroke.SOLID, times, found.testLosses()),
            level("Mean", 1, ends, found.measuredMean().value()),
            level("At their mean θ̄", 2, ends, found.lossAtMean()),
            level("Sum of Eq. 4", 0, ends, found.sum().value()),
            level("At the test point", 7, ends, found.testLoss().value())));
  }

  private static Curve level(String title, int colour, Series ends, double value) {
    return new Curve(title, colour, Stroke.DASHED, ends, Series.of(value, value));
  }
}
