package org.shiftscope.ui.learn;

import java.util.List;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.LandscapeTheory.Curves;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.figure.Slider;
import org.shiftscope.ui.wording.FormatNumber;

/** Appendix C: curvature is a matter of coordinates, the shift-curvature is not. */
final class CoordinatesLesson implements Lesson {

  private static final int TEST = 1;
  private static final int STRETCHED = 2;

  @Override
  public String id() {
    return "coordinates";
  }

  @Override
  public String title() {
    return "Curvature depends on the coordinates, the shift-curvature does not";
  }

  @Override
  public String text() {
    return "Write the same network in other parameters, φ = a θ, and every minimum becomes flatter or sharper, though no loss has"
        + " changed. So curvature by itself cannot decide which minimum generalises (Dinh et al. 2017). But the shift is"
        + " stretched with the parameters: curvature times the shift squared stays what it is, in any coordinates. Stretch the"
        + " parameter and watch the narrow minimum become as flat as you like.";
  }

  @Override
  public Slider.Scale scale() {
    return new Slider.Scale("Stretch", "a", 0.5, 6, 60, true, 3);
  }

  /** The landscape of φ is looked at anew: nothing is transformed from that of θ. */
  @Override
  public Figure figure(double a) {
    LessonLandscape before = LessonLandscape.ofPaper();
    LessonLandscape after = before.stretched(a);
    Figure losses = before.figure("objective", OptionalDouble.empty());
    return new Figure(
        new Caption(
            id(),
            "Test loss in both coordinates",
            "\\varphi = a\\,\\theta: \\quad s \\mapsto a\\,s, \\quad H \\mapsto H / a^2, \\quad s^{\\mathsf T} H s \\mapsto s^{\\mathsf T} H s",
            sentence(before, after)),
        FigureAxis.linear("parameter θ, or φ = a θ"),
        losses.y(),
        List.of(
            curve("Test loss of θ", TEST, Stroke.DASHED, before.theory().curves()),
            curve("Test loss of φ", STRETCHED, Stroke.SOLID, after.theory().curves())));
  }

  private static Curve curve(String title, int colour, Stroke stroke, Curves curves) {
    return new Curve(title, colour, stroke, curves.x(), curves.test());
  }

  private static String sentence(LessonLandscape before, LessonLandscape after) {
    BasinOfLoss was = before.narrow();
    BasinOfLoss is = after.narrow();
    return "At the narrow minimum the curvature goes from "
        + FormatNumber.significant(was.derivative())
        + " to "
        + FormatNumber.significant(is.derivative())
        + " and the shift from "
        + FormatNumber.significant(before.spec().shift())
        + " to "
        + FormatNumber.significant(after.spec().shift())
        + "; ½ sᵀHs was "
        + FormatNumber.significant(before.shiftCurvature(was))
        + " and is "
        + FormatNumber.significant(after.shiftCurvature(is))
        + ".";
  }
}
