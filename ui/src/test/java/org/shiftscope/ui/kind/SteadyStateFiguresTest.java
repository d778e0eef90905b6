package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Range;

/** The figures of a steady state, from results that were measured. */
class SteadyStateFiguresTest {

  private static final SteadyState WELLS =
      new SteadyState(
          "Two wells",
          new PlantedModel.TwoWells(100, 0.1, 3, 1),
          new Temperatures.Listed(List.of(0.004, 0.008)),
          List.of(1, 4),
          new Seeds(List.of(0L)),
          Replacement.WITH,
          400,
          1,
          0,
          0,
          0.1);

  @Test
  void aLiveFormShowsWhatTheorySays() {
    List<Figure> figures = Planted.figures(WELLS, OptionalDouble.of(0.005), List.of());
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("density", "occupation", "covariance-trace", "bias");
    var density = (Figure.Curve) figures.getFirst().layers().getFirst();
    double width = density.x().get(1) - density.x().get(0);
    double mass = density.y().values().stream().mapToDouble(p -> p * width).sum();
    assertThat(density.title()).isEqualTo("Eq. 5, T = 0.005");
    assertThat(mass).isCloseTo(1, within(1e-9));
    assertThat(KindPage.of(WELLS).tabs().getFirst().slide())
        .contains(new Slide(0.002, 0.016, 0.004));
  }

  @Test
  void resultsStandOverTheory() {
    List<Trial> trials = IntStream.range(0, 4).mapToObj(SteadyStateFiguresTest::trial).toList();
    List<Figure> figures = Planted.figures(WELLS, OptionalDouble.empty(), trials);
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly(
            "density",
            "occupation",
            "covariance-trace",
            "bias",
            "fluctuation-dissipation",
            "invariance");
    assertThat(figures.get(1).y().range()).contains(new Range(0, 1));
    var occupied = (Figure.Dots) figures.get(1).layers().getLast();
    assertThat(occupied.points().x().values()).containsExactly(0.004, 0.008, 0.004, 0.008);
    assertThat(occupied.points().y().values()).allMatch(share -> share >= 0 && share <= 1);
    assertThat(figures.getLast().caption().sentence())
        .contains("within a margin of 10 %", "Eq. 11 knows T alone");
    // Two temperatures, each with one batch size to compare with the smallest.
    long compared =
        figures.getLast().layers().stream()
            .filter(Figure.Dots.class::isInstance)
            .mapToLong(layer -> ((Figure.Dots) layer).points().x().size())
            .sum();
    assertThat(compared).isEqualTo(2);
  }

  private static Trial trial(int number) {
    var run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
    return Planted.finished(number, run.run(WELLS, number, TrialWatch.none()));
  }
}
