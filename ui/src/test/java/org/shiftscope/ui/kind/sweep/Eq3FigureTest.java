package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Points.Origin;
import org.shiftscope.ui.kind.KindPage;

class Eq3FigureTest {

  private final TemperatureSweep sweep = Planted.sweep("Sweep", List.of(0.03, 0.003), 2);

  /** κ of 0.1, 0.2, 0.4 and 0.8; the first and third trial are at the higher temperature. */
  private final Figure figure = figure(0.1, 0.2, 0.4, 0.8);

  @Test
  void theExcessStandsAgainstTheFitOfTheFindingsFromColdToHot() {
    Dots fit = (Dots) figure.layers().get(1);
    assertThat(fit.points().origins()).extracting(Origin::trial).containsExactly(1, 3, 0, 2);
    assertThat(fit.points().x()).isEqualTo(Series.of(0.1, 0.4, 0.05, 0.2));
    assertThat(figure.compares()).isTrue();
  }

  @Test
  void whatHasSeenTheAnswerAndTheBaselinesWaitToBeAskedFor() {
    assertThat(figure.hidden())
        .contains("½ κ_te, fitted on r ≤ 1", "½ sᵀHs, exact", "0, no curvature")
        .doesNotContain("gᵀs + ½ sᵀHs, second order with slope")
        .hasSize(figure.layers().size() - 2);
  }

  @Test
  void theSentenceIsTheFindingsOwn() {
    assertThat(figure.caption().sentence())
        .startsWith("Of the excess L_te(θ_tr) − L_te(θ_te), ½ κ_te is on average")
        .contains("cannot show that it predicts");
  }

  private Figure figure(double... kappas) {
    List<Trial> trials =
        IntStream.range(0, kappas.length)
            .mapToObj(i -> Planted.finished(i, Planted.measurement(1, kappas[i], Outcome.MEASURED)))
            .toList();
    return KindPage.of(sweep)
        .tabs()
        .getLast()
        .figures()
        .of(OptionalDouble.empty(), Planted.results(sweep, trials))
        .getFirst();
  }
}
