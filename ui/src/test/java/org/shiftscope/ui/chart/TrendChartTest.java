package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.TrendChart.Subject;

class TrendChartTest {

  private final TemperatureSweep sweep = Planted.sweep("Two", List.of(0.03, 0.003), 3);

  /** Trials go through the temperatures first: 0, 2 and 4 are at 0.03. */
  private final List<Trial> trials =
      List.of(
          trial(0, 2),
          trial(1, 5),
          trial(2, 4),
          trial(3, 7),
          trial(4, 6),
          Planted.finished(5, Planted.diverged()));

  @Test
  void meanAndSampleDeviationAreTakenOverTheSeedsOfATemperature() {
    Trend shift = shift(trials);
    // 5 and 7: mean 6, deviation √2. 2, 4 and 6: mean 4, deviation 2.
    assertThat(shift.means()).hasSize(2);
    assertThat(shift.means().getFirst())
        .isEqualTo(new Trend.Mean(0.003, 6, shift.means().getFirst().deviation(), 2));
    assertThat(shift.means().getFirst().deviation()).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(shift.means().getLast()).isEqualTo(new Trend.Mean(0.03, 4, 2, 3));
  }

  @Test
  void aDivergedTrialIsInNoMeanAndNoPoint() {
    assertThat(shift(trials).points())
        .extracting(Trend.Point::trial)
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void anUnconvergedTrialIsInNoMean() {
    List<Trial> unconverged =
        List.of(
            trial(0, 2), Planted.finished(2, Planted.measurement(1_000, 1, Outcome.UNCONVERGED)));
    assertThat(shift(unconverged).means()).containsExactly(new Trend.Mean(0.03, 2, 0, 1));
  }

  @Test
  void aNumberThatIsNotFiniteIsLeftOut() {
    List<Trial> broken = List.of(trial(0, 2), trial(2, Double.NaN));
    assertThat(shift(broken).means()).containsExactly(new Trend.Mean(0.03, 2, 0, 1));
  }

  @Test
  void theAxisIsLogarithmicWithTheTemperaturesAsTicks() {
    TrendChart chart = TrendChart.of(Subject.SHIFT, sweep, MeasuredTrial.of(sweep, trials));
    assertThat(chart.x().logarithmic()).isTrue();
    assertThat(chart.x().ticks()).containsExactly(0.003, 0.03);
  }

  @Test
  void aClickOnASeedsDotMeansItsTrialAndOnAMeanNone() {
    TrendChart chart = TrendChart.of(Subject.SHIFT, sweep, MeasuredTrial.of(sweep, trials));
    assertThat(DrawTrend.trialAt(chart, "seeds-SHIFT_NORM", 3)).isEqualTo(3);
    assertThat(DrawTrend.trialAt(chart, "mean-SHIFT_NORM", 0)).isEqualTo(-1);
    assertThat(DrawTrend.trialAt(chart, "seeds-SHIFT_NORM", 99)).isEqualTo(-1);
  }

  @Test
  void theDrawingHoldsMeanSpreadAndSeedsOfEveryQuantity() {
    TrendChart chart = TrendChart.of(Subject.SHIFT, sweep, MeasuredTrial.of(sweep, trials));
    var series = DrawTrend.option(chart).path("series");
    assertThat(series.findValuesAsString("id"))
        .containsExactly("mean-SHIFT_NORM", "spread-SHIFT_NORM", "seeds-SHIFT_NORM");
    assertThat(series.path(1).path("data").path(1).toString()).isEqualTo("[0.03,4.0,2.0,6.0]");
  }

  @Test
  void eigenvaluesAndTracesHaveChartsWhereTheyWereAskedForAlone() {
    assertThat(TrendChart.subjects(sweep)).doesNotContain(Subject.EIGENVALUE, Subject.TRACE);
    TemperatureSweep asked =
        Planted.sweep("asked", List.of(0.003, 0.03), 1, Optional.of(new CurvatureSpec(2, 6)));
    List<Trial> some =
        List.of(
            Planted.finished(0, Planted.withSpectra(8, 40)),
            Planted.finished(1, Planted.withSpectra(6, 30)));
    List<TrendChart> charts = TrendChart.all(asked, MeasuredTrial.of(asked, some));
    assertThat(charts)
        .extracting(TrendChart::subject)
        .endsWith(Subject.EIGENVALUE, Subject.TRACE)
        .hasSize(Subject.values().length);
    assertThat(charts.getLast().trends().getFirst().means())
        .containsExactly(new Trend.Mean(0.003, 40, 0, 1), new Trend.Mean(0.03, 30, 0, 1));
    assertThat(charts.get(charts.size() - 2).trends().getLast().means())
        .containsExactly(new Trend.Mean(0.003, 4, 0, 1), new Trend.Mean(0.03, 3, 0, 1));
  }

  private Trend shift(List<Trial> some) {
    return TrendChart.of(Subject.SHIFT, sweep, MeasuredTrial.of(sweep, some)).trends().getFirst();
  }

  private static Trial trial(int number, double shiftNorm) {
    return Planted.finished(number, Planted.measurement(shiftNorm, 1, Outcome.MEASURED));
  }
}
