package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.Planted;

class LineChartTest {

  private final ShiftMeasurement result = Planted.measurement(2, 0.3, Outcome.MEASURED);

  @Test
  void onAQuadraticLossBothFitsLieOnTheirCurves() {
    LineChart chart = LineChart.losses(result);
    // 0.1 + ½ α² around the train point, 0.2 + ½ · 0.3 (1 − α)² around the test point.
    assertThat(chart.curves().get(2).points())
        .allSatisfy(
            point ->
                assertThat(point.value())
                    .isCloseTo(0.1 + 0.5 * point.alpha() * point.alpha(), within(1e-12)));
    assertThat(chart.curves().get(3).points())
        .allSatisfy(
            point ->
                assertThat(point.value())
                    .isCloseTo(0.2 + 0.15 * Math.pow(1 - point.alpha(), 2), within(1e-12)));
  }

  @Test
  void eachFitReachesOneShiftToBothSidesOfItsOwnPoint() {
    LineChart chart = LineChart.losses(result);
    assertThat(alphas(chart.curves().get(2)).min()).hasValue(-1);
    assertThat(alphas(chart.curves().get(2)).max()).hasValue(1);
    assertThat(alphas(chart.curves().get(3)).min()).hasValue(0);
    assertThat(alphas(chart.curves().get(3)).max()).hasValue(2);
  }

  @Test
  void thePointsAreCalledWhatTheyAre() {
    assertThat(LineChart.losses(result).marks())
        .containsExactly(
            new LineChart.Mark(0, "train flow end"), new LineChart.Mark(1, "test flow end"));
  }

  @Test
  void accuraciesAreInPerCent() {
    assertThat(LineChart.accuracies(result).curves().getFirst().points())
        .allSatisfy(point -> assertThat(point.value()).isCloseTo(90, within(1e-9)));
  }

  private static DoubleStream alphas(LineChart.Curve curve) {
    return curve.points().stream().mapToDouble(LineChart.Point::alpha);
  }
}
