package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.KindPage;

class TrendFiguresTest {

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
  void theAxisIsLogarithmicWithTheTemperaturesAsTicks() {
    Figure figure = figure(sweep, "shift", trials);
    assertThat(figure.x().logarithmic()).isTrue();
    assertThat(figure.x().ticks()).containsExactly(0.003, 0.03);
  }

  @Test
  void thatSeedsArePairsIsSaidOnceAndWithTheFirstFigure() {
    assertThat(figures(sweep, trials))
        .filteredOn(figure -> figure.caption().sentence().contains("trials of one seed are pairs"))
        .extracting(Figure::id)
        .containsExactly("losses");
  }

  @Test
  void meanSpreadAndEveryTrialOfAQuantityAreDrawnUnderOneName() {
    Figure figure = figure(sweep, "shift", trials);
    assertThat(figure.layers())
        .extracting(Figure.Layer::title)
        .containsOnly("Length of the shift ‖s‖")
        .hasSize(2);
    Points all = ((Figure.Dots) figure.layers().getLast()).points();
    assertThat(all.origins()).extracting(Points.Origin::trial).containsExactly(0, 1, 2, 3, 4);
    assertThat(all.origins().get(3).label()).isEqualTo("T = 0.003, seed 1");
    Points means = ((Figure.Dots) figure.layers().getFirst()).points();
    assertThat(means.x()).isEqualTo(Series.of(0.003, 0.03));
    assertThat(means.y()).isEqualTo(Series.of(6, 4));
    assertThat(means.bars().half().get(1)).isEqualTo(2);
    assertThat(figure.bars()).isEqualTo("Bars: ± one standard deviation over trials of equal T");
  }

  @Test
  void eigenvaluesAndTracesHaveFiguresWhereTheyWereAskedForAlone() {
    assertThat(figures(sweep, trials))
        .extracting(Figure::id)
        .containsExactly("losses", "curvature", "shift", "shift-curvature");
    TemperatureSweep asked =
        Planted.sweep("asked", List.of(0.003, 0.03), 1, Optional.of(new CurvatureSpec(2, 6)));
    List<Trial> some =
        List.of(
            Planted.finished(0, Planted.withSpectra(8, 40)),
            Planted.finished(1, Planted.withSpectra(6, 30)));
    assertThat(figures(asked, some)).extracting(Figure::id).endsWith("eigenvalue", "trace");
    Figure.Dots traces = (Figure.Dots) figures(asked, some).getLast().layers().getFirst();
    assertThat(traces.points().y()).isEqualTo(Series.of(40, 30));
  }

  private static Figure figure(TemperatureSweep sweep, String id, List<Trial> some) {
    return figures(sweep, some).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Figure> figures(TemperatureSweep sweep, List<Trial> some) {
    return KindPage.of(sweep)
        .tabs()
        .getFirst()
        .figures()
        .of(OptionalDouble.empty(), Planted.results(sweep, some));
  }

  private static Trial trial(int number, double shiftNorm) {
    return Planted.finished(number, Planted.measurement(shiftNorm, 1, Outcome.MEASURED));
  }
}
