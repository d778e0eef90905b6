package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.Planted;

class Eq3ChartTest {

  @Test
  void whereThePredictionIsExactTheCorrelationIsOne() {
    Eq3Chart chart = Eq3Chart.of(trials(0.1, 0.2, 0.4, 0.8));
    assertThat(chart.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(chart.summary()).isEqualTo("Pearson correlation 1.0000 over 4 trials");
    assertThat(chart.low()).isCloseTo(0.25, within(1e-12));
    assertThat(chart.high()).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aKnownScatterHasItsKnownCorrelation() {
    // (1, 2), (2, 1), (3, 3): covariance 1, variances 2 and 2, so r = ½.
    List<MeasuredTrial> trials =
        List.of(trial(0, 0.01, 1, 2), trial(1, 0.02, 2, 1), trial(2, 0.01, 3, 3));
    assertThat(Eq3Chart.of(trials).correlation().orElseThrow()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void twoTrialsHaveNoCorrelationWorthTheName() {
    assertThat(Eq3Chart.of(trials(0.1, 0.2)).correlation()).isEmpty();
  }

  @Test
  void eachTemperatureIsAGroupAndAClickFindsTheTrial() {
    Eq3Chart chart =
        Eq3Chart.of(List.of(trial(0, 0.02, 1, 2), trial(1, 0.01, 2, 1), trial(2, 0.02, 3, 3)));
    assertThat(chart.groups()).extracting(Eq3Chart.Group::temperature).containsExactly(0.01, 0.02);
    assertThat(DrawEq3.trialAt(chart, "temperature-1", 1)).isEqualTo(2);
    assertThat(DrawEq3.trialAt(chart, "identity", 0)).isEqualTo(-1);
  }

  @Test
  void theChosenTrialStandsOut() {
    Eq3Chart chart = Eq3Chart.of(trials(0.1, 0.2));
    var data = DrawEq3.option(chart, OptionalInt.of(1)).path("series").path(1).path("data");
    assertThat(data.path(0).has("symbol")).isFalse();
    assertThat(data.path(1).path("symbol").asString()).isEqualTo("diamond");
  }

  private static List<MeasuredTrial> trials(double... kappas) {
    return IntStream.range(0, kappas.length)
        .mapToObj(
            i -> new MeasuredTrial(i, 0.01, i, Planted.measurement(1, kappas[i], Outcome.MEASURED)))
        .toList();
  }

  private static MeasuredTrial trial(
      int number, double temperature, double predicted, double measured) {
    ShiftMeasurement base = Planted.measurement(1, 1, Outcome.MEASURED);
    var eq3 = new ShiftMeasurement.Eq3Check(0, measured, predicted, predicted);
    return new MeasuredTrial(
        number,
        temperature,
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
