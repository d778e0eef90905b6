package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;

/** κ is 4 and 3 at τ = 1, and 1 and 2 at τ = 5, for T = 0.003 and 0.03: the order turns. */
class FlowTimesTest {

  private final TemperatureSweep plain = Planted.sweep("Times", List.of(0.003, 0.03), 2);
  private final TemperatureSweep sweep = Planted.atEarlierTimes(plain, 0.2);
  private final Results results =
      Planted.results(
          sweep,
          IntStream.range(0, 4)
              .mapToObj(i -> Planted.finished(i, measured(4 - i % 2, 1 + i % 2)))
              .toList());

  private static ShiftMeasurement measured(double early, double late) {
    return PlantedShift.with(
        Planted.measurement(1, late, Outcome.MEASURED),
        List.of(Planted.measurement(0.5, early, Outcome.MEASURED).last()));
  }

  @Test
  void againstTheFlowTimeEachTemperatureIsACurve() {
    Figure figure = figure("shift-curvature-against-flow-time");
    assertThat(figure.x().logarithmic()).isTrue();
    assertThat(figure.x().ticks()).containsExactly(1.0, 5.0);
    assertThat(figure.layers()).extracting(Layer::title).containsExactly("T = 0.003", "T = 0.03");
    assertThat(((Dots) figure.layers().getFirst()).points().y()).isEqualTo(Series.of(2, 0.5));
    assertThat(((Dots) figure.layers().getLast()).points().y()).isEqualTo(Series.of(1.5, 1));
  }

  @Test
  void aCurvatureIsDrawnOverDecadesWithItsBarsButThoseThatReachZero() {
    Figure figure = figure("test-curvature-against-flow-time");
    assertThat(figure.y().logarithmic()).isTrue();
    assertThat(((Dots) figure.layers().getFirst()).points().y()).isEqualTo(Series.of(16, 1));
    assertThat(figure("slope-against-flow-time").y().logarithmic()).isFalse();
  }

  @Test
  void againstTheTemperatureEachFlowTimeIsACurve() {
    Figure figure = figure("shift-curvature-at-flow-times");
    assertThat(figure.layers()).extracting(Layer::title).containsExactly("τ = 1", "τ = 5");
    assertThat(((Dots) figure.layers().getFirst()).points().y()).isEqualTo(Series.of(2, 1.5));
  }

  @Test
  void eq3IsDrawnAtEachFlowTime() {
    List<Figure> figures = tab("eq3").figures().of(OptionalDouble.empty(), results);
    assertThat(figures).extracting(Figure::id).containsExactly("eq3", "eq3-earlier-1");
    assertThat(figures.getLast().caption().title()).endsWith(" at τ = 1");
    // The diagonal first, then the paper's fit.
    assertThat(((Dots) figures.getLast().layers().get(1)).points().y())
        .isEqualTo(Series.of(2, 2, 1.5, 1.5));
  }

  @Test
  void aTableTellsTheTrendsOfEachFlowTime() {
    NumberTable table = tab("flow-times").tables().of(results).getFirst();
    assertThat(table.columns()).containsExactly("τ = 1", "τ = 5");
    assertThat(table.rows())
        .filteredOn(row -> row.name().equals("Length of the shift ‖s‖"))
        .singleElement()
        .satisfies(row -> assertThat(row.values()).containsOnly("the same at every T"));
  }

  @Test
  void theTableOfTrialsAndATrialsPageHaveThem() {
    ShiftMeasurement trial = measured(4, 1);
    TrialColumn column =
        KindPage.of(sweep).columns().stream()
            .filter(each -> each.head().equals("½ κ_te at τ = 1"))
            .findFirst()
            .orElseThrow();
    assertThat(column.value().applyAsDouble(trial)).isCloseTo(2, within(1e-12));
    assertThat(TrialNumbers.of(trial)).extracting(NumberTable::title).contains("At each flow time");
    assertThat(TrialNumbers.of(Planted.measurement(1, 1, Outcome.MEASURED)))
        .extracting(NumberTable::title)
        .doesNotContain("At each flow time");
  }

  @Test
  void whereThereIsOneFlowTimeThereIsNoTabOfThem() {
    assertThat(KindPage.of(plain).tabs()).extracting(FigureTab::id).doesNotContain("flow-times");
  }

  private Figure figure(String id) {
    return tab("flow-times").figures().of(OptionalDouble.empty(), results).stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private FigureTab tab(String id) {
    return KindPage.of(sweep).tabs().stream()
        .filter(tab -> tab.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
