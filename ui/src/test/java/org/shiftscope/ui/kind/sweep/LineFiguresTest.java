package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;

class LineFiguresTest {

  private final ShiftMeasurement result = Planted.measurement(2, 0.3, Outcome.MEASURED);
  private final Figure losses = LineFigures.of(result).getFirst();

  @Test
  void onAQuadraticLossBothFitsLieOnTheirCurves() {
    Curve train = (Curve) losses.layers().get(2);
    Curve test = (Curve) losses.layers().get(3);
    // 0.1 + ½ α² around the train point, 0.2 + ½ · 0.3 (1 − α)² around the test point.
    assertThat(IntStream.range(0, train.x().size()))
        .allSatisfy(
            i -> {
              double alpha = train.x().get(i);
              assertThat(train.y().get(i)).isCloseTo(0.1 + 0.5 * alpha * alpha, within(1e-12));
            })
        .allSatisfy(
            i -> {
              double beyond = 1 - test.x().get(i);
              assertThat(test.y().get(i)).isCloseTo(0.2 + 0.15 * beyond * beyond, within(1e-12));
            });
  }

  @Test
  void eachFitReachesOneShiftToBothSidesOfItsOwnPoint() {
    assertThat(losses.layers().get(2).xs().summaryStatistics())
        .satisfies(
            alphas -> {
              assertThat(alphas.getMin()).isEqualTo(-1);
              assertThat(alphas.getMax()).isEqualTo(1);
            });
    assertThat(losses.layers().get(3).xs().summaryStatistics())
        .satisfies(
            alphas -> {
              assertThat(alphas.getMin()).isEqualTo(0);
              assertThat(alphas.getMax()).isEqualTo(2);
            });
  }

  @Test
  void thePointsAreCalledWhatTheyAre() {
    assertThat(losses.marks())
        .containsExactly(new Figure.Mark(0, "train flow end"), new Figure.Mark(1, "test flow end"));
  }

  @Test
  void accuraciesAreInPerCent() {
    assertThat(LineFigures.of(result).getLast().layers().getFirst().ys().boxed())
        .allSatisfy(share -> assertThat(share).isCloseTo(90, within(1e-9)));
  }
}
