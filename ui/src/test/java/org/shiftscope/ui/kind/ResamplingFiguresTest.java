package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Dots;

class ResamplingFiguresTest {

  private static final Resampling SPEC =
      (Resampling)
          Presets.all().stream()
              .filter(preset -> preset.id().equals("resampling-digits"))
              .map(Preset::spec)
              .findFirst()
              .orElseThrow();

  @Test
  void everyTrialOfBothSidesIsADotThatLeadsToIt() {
    Figure figure = figures("shuffle").get(1);

    assertThat(figure.caption().id()).isEqualTo("shuffle-shift-norm");
    assertThat(figure.x().names()).containsExactly("Given", "Shuffled");
    Dots given = (Dots) figure.layers().get(0);
    Dots shuffled = (Dots) figure.layers().get(1);
    assertThat(given.points().origins()).hasSize(25);
    assertThat(given.points().origins().get(1).label()).isEqualTo("n = 1797, given split, seed 1");
    assertThat(given.xs().boxed().toList()).allSatisfy(x -> assertThat(x).isBetween(0.0, 1.0));
    assertThat(shuffled.points().origins().get(1).label())
        .isEqualTo("n = 1797, shuffled by seed 1");
    assertThat(shuffled.xs().boxed().toList()).allSatisfy(x -> assertThat(x).isBetween(1.0, 2.0));
    assertThat(figure.bars()).contains("given: ± one standard deviation", "19 of 20");
  }

  @Test
  void eachQuantityIsSeenAgainstTheSampleSize() {
    Figure figure = figures("sizes").get(1);

    assertThat(figure.caption().id()).isEqualTo("size-shift-norm");
    assertThat(figure.x().ticks()).containsExactly(225.0, 449.0, 898.0, 1797.0);
    assertThat(((Dots) figure.layers().get(1)).points().origins()).hasSize(100);
    assertThat(figure.layers()).extracting(Figure.Layer::title).contains("Fitted power of n");
  }

  @Test
  void tablesTellEveryComparisonAndTrend() {
    for (FigureTab tab : KindPage.of(SPEC).tabs()) {
      NumberTable table = tab.tables().of(results()).getFirst();
      assertThat(table.rows()).hasSize(8);
      assertThat(table.rows())
          .allSatisfy(row -> assertThat(row.values()).hasSameSizeAs(table.columns()));
    }
  }

  @Test
  void beforeAResultThereIsNothingToDraw() {
    for (FigureTab tab : KindPage.of(SPEC).tabs()) {
      assertThat(tab.figures().of(OptionalDouble.empty(), Results.none())).isEmpty();
      assertThat(tab.tables().of(Results.none())).isEmpty();
    }
  }

  private static List<Figure> figures(String tab) {
    return KindPage.of(SPEC).tabs().stream()
        .filter(each -> each.id().equals(tab))
        .findFirst()
        .orElseThrow()
        .figures()
        .of(OptionalDouble.empty(), results());
  }

  /** ‖s‖ as 1 / √n, but for a little. */
  private static Results results() {
    Map<Integer, ShiftMeasurement> measured = new TreeMap<>();
    IntStream.range(0, SPEC.trialCount())
        .forEach(
            trial ->
                measured.put(
                    trial,
                    Planted.measurement(
                        (10 + trial % 7) / Math.sqrt(SPEC.draw(trial).sampleSize()),
                        0.1 + 0.01 * (trial % 5),
                        Outcome.MEASURED)));
    return new Results(List.of(), Optional.of(Kind.of(SPEC).findings(measured, Include.COUNTED)));
  }
}
