package org.shiftscope.ui.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RanksTogether;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;

/** Any two quantities against each other. */
class ScatterTest {

  private final TemperatureSweep sweep = Planted.sweep("Scatter", List.of(0.01, 0.1), 4);

  /** κ grows with T alone; the shift's norm with κ over all, and against it within T. */
  private final List<Trial> trials =
      IntStream.range(0, sweep.trialCount())
          .mapToObj(
              trial -> {
                double t = sweep.temperatureOf(trial);
                double seed = sweep.seedOf(trial);
                return Planted.finished(
                    trial,
                    Planted.measurement(100 * t - seed / 10, t + seed / 1e3, Outcome.MEASURED));
              })
          .toList();

  private static ScatterChoice choice(String x, String y, String colour, String log) {
    return new ScatterChoice(x, y, colour, log);
  }

  private Figure figure(ScatterChoice choice, Results results) {
    return ScatterTab.of(sweep, choice).figures().of(OptionalDouble.empty(), results).getFirst();
  }

  @Test
  void hasALayerForEachTemperatureAndAPointForEachTrial() {
    Figure drawn = figure(ScatterChoice.FIRST, Planted.results(sweep, trials));
    assertThat(drawn.layers())
        .extracting(Figure.Layer::title)
        .containsExactly("T = 0.01", "T = 0.1");
    assertThat(FigureNumbers.of(drawn).rows())
        .extracting(FigureNumbers.Row::trial)
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7");
    assertThat(drawn.x().title()).isEqualTo("‖s‖");
    assertThat(drawn.y().title()).isEqualTo("κ_te / ‖s‖²");
  }

  @Test
  void coloursBySeedAndDrawsAxesToo() {
    Figure drawn =
        figure(choice("Temperature", "½ κ_te", "Seed", "x"), Planted.results(sweep, trials));
    assertThat(drawn.layers()).hasSize(4).allMatch(Dots.class::isInstance);
    assertThat(drawn.layers().getLast().title()).isEqualTo("seed 3");
    assertThat(drawn.x().logarithmic()).isTrue();
    assertThat(drawn.y().logarithmic()).isFalse();
  }

  @Test
  void saysHowManyAreNotDrawn() {
    Results results = Planted.results(sweep, trials);
    Figure drawn = figure(choice("Seed", "½ κ_te", "", "x"), results);
    assertThat(drawn.caption().sentence())
        .contains("6 trials")
        .contains("2 trials that count are not drawn")
        .contains("not above 0");
  }

  @Test
  void leavesOutWhatIsLeftOutByHand() {
    Results results = Planted.results(sweep, trials, Include.COUNTED.without(List.of(0, 7)));
    assertThat(FigureNumbers.of(figure(ScatterChoice.FIRST, results)).rows())
        .extracting(FigureNumbers.Row::trial)
        .doesNotContain("0", "7")
        .hasSize(6);
    assertThat(results.findings().orElseThrow().trials().sentence())
        .isEqualTo("Left out of 8 trials: 2 by hand.");
  }

  @Test
  void saysWhatIsLeftOutByHandWhereverItIsSeen() {
    Results results = Planted.results(sweep, trials, Include.COUNTED.without(List.of(0, 7)));
    String sentence = "Without trials 0, 7, left out by hand.";
    Figure drawn = figure(ScatterChoice.FIRST, results);
    assertThat(drawn.caption().sentence()).endsWith(sentence);
    assertThat(DrawFigure.option(drawn, OptionalInt.empty()).get("note").asString())
        .isEqualTo(sentence);
    assertThat(PlotInPython.of(drawn, "a.csv")).contains("\"\\n\" \"" + sentence + "\"");
    assertThat(FigureNumbers.of(drawn).table("scatter").columns().getLast())
        .isEqualTo(Column.texts("without", Collections.nCopies(6, "0,7")));
    NumberTable ranks = ScatterTab.of(sweep, ScatterChoice.FIRST).tables().of(results).getFirst();
    assertThat(ranks.note()).endsWith(sentence);

    Figure all = figure(ScatterChoice.FIRST, Planted.results(sweep, trials));
    assertThat(all.caption().sentence()).doesNotContain("by hand");
    assertThat(FigureNumbers.of(all).table("scatter").columns()).hasSize(5);
  }

  @Test
  void ranksOfTheSameNumbersAreComputedOnce() {
    RanksTogether first = KeepRanks.of(pairs(1), 3);
    assertThat(KeepRanks.of(pairs(1), 3)).isSameAs(first);
    assertThat(KeepRanks.of(pairs(2), 3)).isNotSameAs(first);
    assertThat(KeepRanks.of(pairs(1), 4)).isNotSameAs(first);
  }

  private static RankTable.Pairs pairs(double last) {
    return new RankTable.Pairs(
        new double[4], new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, last});
  }

  @Test
  void tellsTheCorrelationOverallFromThatAtEqualTemperature() {
    NumberTable table =
        ScatterTab.of(sweep, choice("‖s‖", "½ κ_te", "", ""))
            .tables()
            .of(Planted.results(sweep, trials))
            .getFirst();
    assertThat(table.rows().get(0).values().getFirst()).startsWith("0.5");
    assertThat(table.rows().get(1).values().getFirst()).isEqualTo("−1");
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.values().getLast()).isEqualTo("8"));
    assertThat(table.note()).contains("at equal T");
  }

  @Test
  void refusesWhatThereIsNot() {
    assertThat(ChosenQuantities.problems(sweep, choice("nothing", "½ κ_te", "Batch", "z")))
        .extracting(Problem::field)
        .containsExactly("x", "colour", "log");
    assertThat(ChosenQuantities.problems(sweep, ScatterChoice.from(_ -> Optional.empty())))
        .isEmpty();
  }

  @Test
  void isNothingBeforeThereIsATrial() {
    var tab = ScatterTab.of(sweep, ScatterChoice.FIRST);
    Results none = Planted.results(sweep, List.of());
    assertThat(tab.figures().of(OptionalDouble.empty(), none)).isEmpty();
    assertThat(tab.tables().of(none)).isEmpty();
  }
}
