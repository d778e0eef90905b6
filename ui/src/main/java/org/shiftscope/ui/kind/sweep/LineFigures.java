package org.shiftscope.ui.kind.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.result.CurvatureWays;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;

/** What was measured along the line through both points in one trial. */
final class LineFigures {

  private static final FigureAxis ALPHA =
      FigureAxis.linear("Position α on the line (0 at θ_tr, 1 at θ_te)");
  private static final String LINE =
      "\\theta(\\alpha) = \\theta_{tr} + \\alpha\\, (\\theta_{te} - \\theta_{tr})";

  private LineFigures() {}

  static List<Figure> of(ShiftMeasurement result) {
    return Stream.of(
            Stream.of(losses(result)),
            result.testFit().ways().isPresent() ? Stream.of(windows(result)) : Stream.<Figure>of(),
            Stream.of(accuracies(result)))
        .<Figure>flatMap(each -> each)
        .toList();
  }

  /** κ of the symmetrized fit by its window, and the exact product. */
  private static Figure windows(ShiftMeasurement result) {
    List<Layer> layers =
        Stream.concat(
                windows("Train", 0, result.trainFit().ways()),
                windows("Test", 1, result.testFit().ways()))
            .toList();
    return new Figure(
        new Caption(
            "kappa-window",
            "Curvature against the width of the fit's window",
            "\\kappa(w): \\; L \\approx L(0) + \\tfrac12 \\kappa\\, r^2, \\; r \\le w",
            "Test: "
                + result.testFit().ways().map(CurvatureWays::sentence).orElse("")
                + " Train: "
                + result.trainFit().ways().map(CurvatureWays::sentence).orElse("")),
        FigureAxis.linear("Width w of the window (units of ‖s‖)"),
        FigureAxis.linear("κ (nats per sample)"),
        layers);
  }

  private static Stream<Layer> windows(String loss, int colour, Optional<CurvatureWays> found) {
    return found.stream()
        .flatMap(
            ways ->
                Stream.<Layer>of(
                    new Dots(
                        loss + ", fit on r ≤ w",
                        colour,
                        Style.JOINED,
                        Points.at(
                            ways.windowWidth(),
                            ways.windowKappa(),
                            ways.windowError(),
                            "± one standard error of the fit")),
                    new Curve(
                        loss + ", sᵀHs exact",
                        colour,
                        Stroke.DASHED,
                        Series.of(0, 1),
                        Series.of(ways.exact().kappa(), ways.exact().kappa()))));
  }

  /** The losses, with both symmetrized fits. */
  private static Figure losses(ShiftMeasurement result) {
    var line = result.line();
    List<Layer> layers =
        Stream.<Stream<? extends Layer>>of(
                Stream.of(
                    measured("Train loss", 0, line.alpha(), line.trainLoss()),
                    measured("Test loss", 1, line.alpha(), line.testLoss())),
                fit("Train fit, ½ κ_tr r²", 0, line.alpha(), line.trainLoss(), result.trainFit()),
                fit("Test fit, ½ κ_te r²", 1, line.alpha(), line.testLoss(), result.testFit()))
            .<Layer>flatMap(each -> each)
            .toList();
    return new Figure(
        new Caption(
            "line-loss",
            "Loss along the line",
            LINE,
            "Dashed: the symmetrized fits, each with its vertex at its own point. θ_te was found with the test labels: the test loss"
                + " there is no generalization."),
        ALPHA,
        FigureAxis.linear("Loss (nats per sample)"),
        layers,
        marks(result));
  }

  /** The accuracies, in per cent. */
  private static Figure accuracies(ShiftMeasurement result) {
    var line = result.line();
    return new Figure(
        new Caption(
            "line-accuracy",
            "Accuracy along the line",
            LINE,
            "The share of samples classified right at each place of the line."),
        ALPHA,
        FigureAxis.linear("Accuracy (% of samples)"),
        List.of(
            measured("Train accuracy", 0, line.alpha(), percent(line.trainAccuracy())),
            measured("Test accuracy", 1, line.alpha(), percent(line.testAccuracy()))),
        marks(result));
  }

  private static List<Mark> marks(ShiftMeasurement result) {
    return List.of(
        new Mark(0, "train " + result.trainPoint().name()),
        new Mark(1, "test " + result.testPoint().name()));
  }

  private static Series percent(Series shares) {
    return new Series(shares.values().stream().map(share -> share * 100).toList());
  }

  private static Curve measured(String title, int colour, Series alpha, Series values) {
    return new Curve(title, colour, Stroke.SOLID, alpha, values);
  }

  /**
   * L(vertex) + ½ κ r² for r from −1 to 1, r being the distance in units of ‖s‖; the vertex of the
   * train loss, colour 0, is at α = 0, that of the test loss, colour 1, at α = 1.
   */
  private static Stream<Curve> fit(
      String title, int vertex, Series alpha, Series losses, ShiftMeasurement.CurvatureFit fit) {
    int bottom = alpha.values().indexOf((double) vertex);
    if (bottom < 0 || !Double.isFinite(fit.kappa())) {
      return Stream.empty();
    }
    double[] r = new double[41];
    Arrays.setAll(r, i -> i / 20.0 - 1);
    return Stream.of(
        new Curve(
            title,
            vertex,
            Stroke.DASHED,
            Series.of(Arrays.stream(r).map(d -> vertex + d).toArray()),
            Series.of(
                Arrays.stream(r)
                    .map(d -> losses.get(bottom) + fit.halfKappa() * d * d)
                    .toArray())));
  }
}
