package org.shiftscope.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Mark;

/** What the lessons say must be so wherever their sliders stand. */
class LessonTest {

  static Stream<Lesson> lessons() {
    return Lesson.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void bothEndsOfASliderHaveAPictureThatSaysSomethingElse(Lesson lesson) {
    Figure low = lesson.figure(lesson.scale().from());
    Figure high = lesson.figure(lesson.scale().to());
    assertThat(low.layers()).isNotEqualTo(high.layers());
    assertThat(low.caption().sentence()).isNotEqualTo(high.caption().sentence());
    assertThat(low.id()).isEqualTo(high.id());
  }

  @Test
  void withoutAShiftCurvatureCostsNothingAndTheBestTemperatureIsZero() {
    assertThat(new ShiftLesson().figure(0).caption().sentence()).contains("costs nothing");
    assertThat(new BestTemperatureLesson().figure(0).caption().sentence()).contains("T → 0");
  }

  @Test
  void theShiftCurvatureIsTheExcessToSecondOrderInTheShift() {
    double far = missed(0.02);
    double near = missed(0.01);
    // By symmetry of a Gaussian well the third order vanishes but for the other basin's tail.
    assertThat(Math.log(far / near) / Math.log(2)).isCloseTo(4, within(0.1));
  }

  @Test
  void stretchingMovesTheCurvatureAndNotTheShiftCurvature() {
    for (double a : new double[] {0.5, 3, 6}) {
      LessonLandscape before = LessonLandscape.ofPaper();
      LessonLandscape after = before.stretched(a);
      BasinOfLoss was = before.narrow();
      BasinOfLoss is = after.narrow();
      assertThat(is.derivative()).isCloseTo(was.derivative() / (a * a), within(1e-9));
      assertThat(is.loss()).isCloseTo(was.loss(), within(1e-12));
      assertThat(after.shiftCurvature(is)).isCloseTo(before.shiftCurvature(was), within(1e-9));
    }
  }

  @Test
  void whereBothBasinsAreEquallyLikelyIsWhereTheirDensitiesAre() {
    Mark equal = new BasinsLesson().figure(0.021).marks().getFirst();
    String sentence = new DensityLesson().figure(equal.x()).caption().sentence();
    assertThat(sentence).contains("holds 50.0 %");
    assertThat(new BasinsLesson().figure(0.017).caption().sentence()).contains("at every T");
  }

  private static double missed(double shift) {
    LessonLandscape basins = LessonLandscape.ofPaper().shifted(shift);
    return Math.abs(basins.excess(basins.narrow()) - basins.shiftCurvature(basins.narrow()));
  }
}
