package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;

class Eq3FigureTest {

  @Test
  void whereThePredictionIsExactTheSlopeIsOneAndTheBiasNothing() {
    Excess excess = Excess.of(Prediction.FITTED, trials(0.1, 0.2, 0.4, 0.8, 1.6, 3.2));
    assertThat(excess.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(excess.slope()).isCloseTo(1, within(1e-12));
    assertThat(excess.bias()).isCloseTo(0, within(1e-12));
    assertThat(excess.meanMeasured()).isCloseTo(6.3 / 12, within(1e-12));
  }

  /** Losses that fall together by far more than the shift costs would correlate at any excess. */
  @Test
  void theLossAtTheTestPointIsOnNeitherAxis() {
    List<MeasuredTrial> trials =
        IntStream.range(0, 6).mapToObj(i -> trial(i, 10.0 * i, i % 2 == 0 ? 0.1 : 0.2)).toList();
    Excess excess = Excess.of(Prediction.FITTED, trials);
    // ½ κ is ½ for each: no prediction that differs, so no correlation, and a known slope.
    assertThat(excess.correlation()).isEmpty();
    assertThat(excess.slope()).isCloseTo(0.15 / 0.5, within(1e-9));
    assertThat(excess.bias()).isCloseTo(0.35, within(1e-9));
  }

  @Test
  void fiveTrialsHaveNoCorrelationWorthTheName() {
    assertThat(Excess.of(Prediction.FITTED, trials(0.1, 0.2, 0.4, 0.8, 1.6)).correlation())
        .isEmpty();
  }

  @Test
  void pointsThatDifferByRoundingHaveNoCorrelation() {
    double[] same = IntStream.range(0, 8).mapToDouble(i -> 0.4 + i * 1e-13).toArray();
    assertThat(Excess.of(Prediction.FITTED, trials(same)).correlation()).isEmpty();
  }

  @Test
  void bothAxesHaveOneScaleAndOtherPredictionsWaitToBeAskedFor() {
    Figure figure = Eq3Figure.of(trials(0.1, 0.2, 0.4)).getFirst();
    assertThat(figure.compares()).isTrue();
    assertThat(figure.layers())
        .extracting(Figure.Layer::title)
        .containsExactly(
            "Equal",
            "½ κ_te, fitted (Eq. 3)",
            "½ sᵀHs, exact",
            "Second order with slope, gᵀs + ½ sᵀHs");
    assertThat(figure.hidden()).hasSize(2).doesNotContain("½ κ_te, fitted (Eq. 3)");
    assertThat(figure.caption().sentence()).contains("slope through the origin 1;", "3 trials");
  }

  private static List<MeasuredTrial> trials(double... kappas) {
    return IntStream.range(0, kappas.length)
        .mapToObj(
            i -> new MeasuredTrial(i, 0.01, i, Planted.measurement(1, kappas[i], Outcome.MEASURED)))
        .toList();
  }

  /** A trial with κ = 1, this loss at the test point and this excess. */
  private static MeasuredTrial trial(int number, double atTestPoint, double excess) {
    ShiftMeasurement base = Planted.measurement(1, 1, Outcome.MEASURED);
    var eq3 =
        new ShiftMeasurement.Eq3Check(
            atTestPoint, atTestPoint + excess, atTestPoint + 0.5, atTestPoint + 0.5);
    return new MeasuredTrial(
        number,
        0.01,
        0,
        new ShiftMeasurement(
            base.outcome(),
            base.sentence(),
            base.sgd(),
            base.trainPoint(),
            base.testPoint(),
            base.shiftNorm(),
            base.line(),
            base.trainFit(),
            base.testFit(),
            eq3,
            base.spectra(),
            base.execution()));
  }
}
