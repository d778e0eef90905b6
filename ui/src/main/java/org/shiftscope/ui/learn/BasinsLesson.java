package org.shiftscope.ui.learn;

import java.util.List;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.figure.Slider;
import org.shiftscope.ui.wording.FormatNumber;

/** Eq. 6: depth against width. */
final class BasinsLesson implements Lesson {

  @Override
  public String id() {
    return "basins";
  }

  @Override
  public String title() {
    return "The temperature chooses the basin";
  }

  @Override
  public String text() {
    return "A basin's probability grows with its depth, by exp(−2 L / (c T)), and with its width, by one over the square root of its"
        + " curvature. At a low temperature the depth decides, at a high one the width: so SGD prefers flat minima, and the more"
        + " so the hotter it is. Make the narrow basin deeper or shallower: its depth is in proportion to its weight.";
  }

  @Override
  public Slider.Scale scale() {
    return new Slider.Scale("Weight of the narrow basin", "weight", 0.017, 0.025, 80, false, 0.021);
  }

  @Override
  public Figure figure(double weight) {
    LessonLandscape basins = LessonLandscape.ofPaper().narrowWeight(weight);
    OptionalDouble equal = equal(basins.theory().against());
    Figure figure = basins.figure("basins", OptionalDouble.empty());
    return equal.isPresent()
        ? figure
            .marked(List.of(new Mark(equal.getAsDouble(), "equal")))
            .saying(
                "The narrow basin is the likelier one below T = "
                    + FormatNumber.significant(equal.getAsDouble())
                    + ", the wide one above it.")
        : figure
            .marked(List.of())
            .saying(
                "The wide basin is the likelier one at every T: it is as deep as the narrow one, or deeper.");
  }

  /** The temperature at which both are equally likely, by a straight line in ln T. */
  private static OptionalDouble equal(AgainstTemperature against) {
    for (int i = 1; i < against.temperature().size(); i++) {
      double before = against.probability().getFirst().get(i - 1) - 0.5;
      double after = against.probability().getFirst().get(i) - 0.5;
      if (before > 0 && after <= 0) {
        double share = before / (before - after);
        double from = against.temperature().get(i - 1);
        return OptionalDouble.of(from * Math.pow(against.temperature().get(i) / from, share));
      }
    }
    return OptionalDouble.empty();
  }
}
