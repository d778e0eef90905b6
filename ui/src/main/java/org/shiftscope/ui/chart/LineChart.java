package org.shiftscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;

/**
 * What was measured along the line θ(α) = θ_tr + α (θ_te − θ_tr) in one trial.
 *
 * @param title what is drawn
 * @param x α
 * @param y loss or accuracy
 * @param curves the measured curves, then the fits
 * @param marks the two points
 */
public record LineChart(String title, Axis x, Axis y, List<Curve> curves, List<Mark> marks) {

  public LineChart {
    curves = List.copyOf(curves);
    marks = List.copyOf(marks);
  }

  /**
   * A curve.
   *
   * @param id its name in the drawing
   * @param title its name in the legend
   * @param fit whether it is a fit, and drawn dashed in the colour of the curve {@code of}
   * @param of index of the measured curve it belongs to: its own, or that of the curve it fits
   * @param points in ascending α
   */
  public record Curve(String id, String title, boolean fit, int of, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** A point of a curve. */
  public record Point(double alpha, double value) {}

  /** A point of the line that has a name: the train or the test point. */
  public record Mark(double alpha, String title) {}

  private static final String ALPHA = "Position α on the line (0 at θ_tr, 1 at θ_te)";

  /** The losses, with both symmetrized fits. */
  public static LineChart losses(ShiftMeasurement result) {
    Series alpha = result.line().alpha();
    Curve train = measured("train", "Train loss", 0, alpha, result.line().trainLoss());
    Curve test = measured("test", "Test loss", 1, alpha, result.line().testLoss());
    return new LineChart(
        "Loss along the line",
        Axis.linear(ALPHA),
        Axis.linear("Loss (nats per sample)"),
        List.of(
            train,
            test,
            fit("train-fit", "Train fit, ½ κ_tr r²", train, 0, result.trainFit().kappa()),
            fit("test-fit", "Test fit, ½ κ_te r²", test, 1, result.testFit().kappa())),
        marks(result));
  }

  /** The accuracies, in per cent. */
  public static LineChart accuracies(ShiftMeasurement result) {
    Series alpha = result.line().alpha();
    return new LineChart(
        "Accuracy along the line",
        Axis.linear(ALPHA),
        Axis.linear("Accuracy (% of samples)"),
        List.of(
            measured("train", "Train accuracy", 0, alpha, percent(result.line().trainAccuracy())),
            measured("test", "Test accuracy", 1, alpha, percent(result.line().testAccuracy()))),
        marks(result));
  }

  private static List<Mark> marks(ShiftMeasurement result) {
    return List.of(
        new Mark(0, "train " + name(result.trainPoint())),
        new Mark(1, "test " + name(result.testPoint())));
  }

  private static String name(RefinedPoint point) {
    return point.name();
  }

  private static Series percent(Series shares) {
    return new Series(shares.values().stream().map(share -> share * 100).toList());
  }

  private static Curve measured(String id, String title, int of, Series alpha, Series values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < alpha.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        points.add(new Point(alpha.get(i), values.get(i)));
      }
    }
    return new Curve(id, title, false, of, points);
  }

  /** L(vertex) + ½ κ r² for r from −1 to 1, r being the distance in units of ‖s‖. */
  private static Curve fit(String id, String title, Curve measured, double vertex, double kappa) {
    List<Point> points = new ArrayList<>();
    measured.points().stream()
        .filter(point -> point.alpha() == vertex)
        .findFirst()
        .filter(point -> Double.isFinite(kappa))
        .ifPresent(
            bottom -> {
              for (int i = -20; i <= 20; i++) {
                double r = i / 20.0;
                points.add(new Point(vertex + r, bottom.value() + kappa / 2 * r * r));
              }
            });
    return new Curve(id, title, true, measured.of(), points);
  }
}
