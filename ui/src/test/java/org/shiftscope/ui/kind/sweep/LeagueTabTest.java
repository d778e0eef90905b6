package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.Measures.Chain;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;

class LeagueTabTest {

  private final TemperatureSweep plain = Planted.sweep("Ranked", List.of(0.003, 0.03), 4);
  private final TemperatureSweep sweep =
      new TemperatureSweep(
          plain.title(),
          plain.training(),
          plain.refinement(),
          plain.line(),
          Optional.empty(),
          Optional.of(MeasuresSpec.standard()));
  private final List<Trial> trials =
      IntStream.range(0, 8).mapToObj(i -> Planted.finished(i, measured(i))).toList();
  private final Results results = Planted.results(sweep, trials);

  @Test
  void thereIsATabWhereMeasuresWereAskedForAlone() {
    assertThat(KindPage.of(plain).tabs()).extracting(FigureTab::id).doesNotContain("measures");
    assertThat(KindPage.of(sweep).tabs()).extracting(FigureTab::id).endsWith("measures");
    assertThat(tab().figures().of(OptionalDouble.empty(), Results.none())).isEmpty();
    assertThat(tab().tables().of(Results.none())).isEmpty();
  }

  @Test
  void theTableHasTheFindingsRowsInTheirOrder() {
    NumberTable table = tab().tables().of(results).getFirst();
    assertThat(table.rows())
        .extracting(NumberTable.Row::name)
        .startsWith("1. " + league().rows().getFirst().title())
        .hasSize(league().rows().size());
    assertThat(table.rows()).allMatch(row -> row.values().size() == table.columns().size());
    assertThat(table.note()).isEqualTo(league().limits());
  }

  @Test
  void theFigureDrawsTheFindingsTausAndTheirIntervals() {
    Figure within = tab().figures().of(OptionalDouble.empty(), results).getFirst();
    assertThat(within.caption().sentence()).isEqualTo(league().sentence());
    Figure.Curve intervals = (Figure.Curve) within.layers().get(1);
    assertThat(intervals.y().get(0))
        .isEqualTo(league().rows().getFirst().withTestLoss().withinT().interval().low());
    double[] drawn =
        within.layers().stream()
            .filter(Figure.Dots.class::isInstance)
            .flatMapToDouble(Figure.Layer::ys)
            .sorted()
            .toArray();
    assertThat(drawn)
        .containsExactly(
            league().rows().stream()
                .mapToDouble(row -> row.withTestLoss().withinT().value())
                .filter(Double::isFinite)
                .sorted()
                .toArray());
  }

  @Test
  void aTrialTellsWhatIsWrongWithAMeasureAndShowsItsChain() {
    ShiftMeasurement trial = measured(3);
    NumberTable table =
        KindPage.of(sweep).numbers(trial).stream()
            .filter(each -> each.title().startsWith("Other measures"))
            .findFirst()
            .orElseThrow();
    assertThat(table.note()).isEqualTo("Local learning coefficient: It drifts.");
    Figure chain = KindPage.of(sweep).figures(trial).getLast();
    assertThat(chain.id()).isEqualTo("learning-coefficient-chain");
    assertThat(chain.layers().getFirst().ys()).containsExactly(3.0, 4.0);
  }

  private FigureTab tab() {
    return KindPage.of(sweep).tabs().getLast();
  }

  private League league() {
    return ((SweepFindings) results.findings().orElseThrow()).league().orElseThrow();
  }

  private static ShiftMeasurement measured(int i) {
    var one =
        new Measured(
            MeasureName.LEARNING_COEFFICIENT,
            (i * 5) % 8,
            0.5,
            "",
            1001,
            "Lau et al. 2023",
            "As planted.",
            Invariance.IN_THE_LIMIT,
            "It drifts.");
    return Planted.measurement(1 + (i * 3) % 8, 0.1 + 0.01 * ((i * 7) % 8), Outcome.MEASURED)
        .with(
            new Measures(
                List.of(one), Optional.of(new Chain(0.57, 1e-3, 0.1, 0.2, Series.of(3, 4)))));
  }
}
