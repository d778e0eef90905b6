package org.shiftscope.ui.learn;

import java.util.OptionalDouble;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.figure.Slider;

/** Eqs. 7 and 8: the temperature at which the test loss is best. */
final class BestTemperatureLesson implements Lesson {

  @Override
  public String id() {
    return "best-temperature";
  }

  @Override
  public String title() {
    return "So the test loss has a best temperature";
  }

  @Override
  public String text() {
    return "Now both come together. The train loss is best as T → 0, at the bottom of the deep narrow basin. There the shift costs"
        + " most. So where the shift is large enough, the test loss is best at a temperature above 0, which buys a flatter minimum"
        + " for a little train loss. Move the test loss and follow its best temperature.";
  }

  @Override
  public Slider.Scale scale() {
    return new Slider.Scale("Shift", "s", 0, 0.2, 40, false, 0.1);
  }

  @Override
  public Figure figure(double shift) {
    return LessonLandscape.ofPaper().shifted(shift).figure("losses", OptionalDouble.empty());
  }
}
