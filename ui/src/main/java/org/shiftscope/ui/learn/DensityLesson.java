package org.shiftscope.ui.learn;

import java.util.OptionalDouble;
import org.shiftscope.compute.kind.landscape.LandscapeKind;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.figure.Slider;
import org.shiftscope.ui.wording.FormatNumber;

/** Eq. 5: where SGD is to be found. */
final class DensityLesson implements Lesson {

  @Override
  public String id() {
    return "density";
  }

  @Override
  public String title() {
    return "SGD does not rest in a minimum";
  }

  @Override
  public String text() {
    return "The noise of minibatches keeps SGD moving. How much is set by one number, the temperature T = learning rate / batch"
        + " size: two runs of equal T are found in the same places. At a low temperature that is near the bottom of the deepest"
        + " basin; as T rises, SGD climbs its walls and leaves for the wide one. Heat it and see.";
  }

  @Override
  public Slider.Scale scale() {
    return new Slider.Scale("Temperature", "T", 1, 100, 80, true, 5);
  }

  @Override
  public Figure figure(double temperature) {
    LessonLandscape basins = LessonLandscape.ofPaper();
    LandscapeTheory theory =
        new LandscapeKind(basins.spec()).theory(OptionalDouble.of(temperature)).orElseThrow();
    return basins
        .figure("density", OptionalDouble.of(temperature))
        .saying(
            "The narrow basin holds "
                + FormatNumber.percent(theory.basins().getFirst().probability())
                + " of the probability, the wide one "
                + FormatNumber.percent(theory.basins().getLast().probability())
                + ".");
  }
}
