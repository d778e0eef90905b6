package org.shiftscope.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.chart.Range;
import org.shiftscope.ui.figure.Slider;
import org.shiftscope.ui.wording.FormatNumber;

/** Eq. 3: what a shift costs is half the curvature times its square. */
final class ShiftLesson implements Lesson {

  private static final int TEST = 1;
  private static final int EQ3 = 2;
  private static final int POINTS = 41;

  /** A parabola is drawn as far as it climbs by this. */
  private static final double CLIMB = 0.05;

  @Override
  public String id() {
    return "shift";
  }

  @Override
  public String title() {
    return "The test loss has its minima elsewhere";
  }

  @Override
  public String text() {
    return "Train set and test set are two samples of one world, so their losses are two curves, a shift s apart. Training finds"
        + " a minimum of the one, and is judged by the other. Near its minimum the test loss is a parabola: being off by s costs"
        + " half the curvature times s². That is the shift-curvature ½ sᵀHs, drawn dashed. A narrow minimum pays much for a shift"
        + " that a wide one hardly feels. Move the test loss; far enough, and a parabola is no longer what the loss is.";
  }

  @Override
  public Slider.Scale scale() {
    return new Slider.Scale("Shift", "s", 0, 0.3, 60, false, 0.1);
  }

  @Override
  public Figure figure(double shift) {
    LessonLandscape basins = LessonLandscape.ofPaper().shifted(shift);
    Figure losses = basins.figure("objective", OptionalDouble.empty());
    List<BasinOfLoss> both = List.of(basins.narrow(), basins.wide());
    List<Layer> layers = new ArrayList<>(losses.layers());
    both.forEach(basin -> layers.add(parabola(basin, shift)));
    layers.add(
        new Dots(
            "Test loss at the train minima",
            TEST,
            Points.at(
                Series.of(both.stream().mapToDouble(BasinOfLoss::minimum).toArray()),
                Series.of(
                    both.stream()
                        .mapToDouble(basin -> basin.loss() + basins.excess(basin))
                        .toArray()))));
    return new Figure(
        new Caption(
            id(),
            "Train and test loss",
            "L_{te}(\\theta_{tr}) \\approx L_{te}(\\theta_{te}) + \\tfrac12\\, s^{\\mathsf T} H s \\quad \\text{(Eq. 3)}",
            sentence(basins)),
        losses.x().over(new Range(-1.8, 2.6)),
        losses.y(),
        layers);
  }

  private static Curve parabola(BasinOfLoss basin, double shift) {
    double reach = Math.sqrt(2 * CLIMB / basin.derivative());
    double[] x =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> basin.minimum() + shift + reach * (2.0 * i / (POINTS - 1) - 1))
            .toArray();
    double[] y =
        DoubleStream.of(x)
            .map(
                at ->
                    basin.loss()
                        + basin.derivative() * Math.pow(at - basin.minimum() - shift, 2) / 2)
            .toArray();
    return new Curve("Eq. 3", EQ3, Stroke.DASHED, Series.of(x), Series.of(y));
  }

  private static String sentence(LessonLandscape basins) {
    if (basins.spec().shift() == 0) {
      return "Without a shift both losses have the same minima, and curvature costs nothing.";
    }
    return "At the narrow minimum the test loss is "
        + cost(basins, basins.narrow())
        + "; at the wide one "
        + cost(basins, basins.wide())
        + ".";
  }

  private static String cost(LessonLandscape basins, BasinOfLoss basin) {
    return FormatNumber.significant(basins.excess(basin))
        + " above its own minimum, where ½ sᵀHs says "
        + FormatNumber.significant(basins.shiftCurvature(basin));
  }
}
