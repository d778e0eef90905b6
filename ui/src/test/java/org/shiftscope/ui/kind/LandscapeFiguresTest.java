package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeSimulation.Densities;
import org.shiftscope.compute.result.LandscapeSimulation.Distance;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Range;

final class LandscapeFiguresTest {

  @Test
  void theoryAloneFillsTheLiveForm() {
    List<Figure> figures = figures(fig4Left(), OptionalDouble.empty(), List.of());
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("objective", "density", "basins", "losses", "potential", "parts");
    assertThat(figure(figures, "density").caption().title()).endsWith("at T = 5");
    assertThat(figures).allSatisfy(figure -> assertThat(figure.caption().formula()).isNotEmpty());
    assertThat(figure(figures, "losses").marks())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.title()).isEqualTo("best T");
              assertThat(mark.x()).isCloseTo(13.3, within(0.1));
            });
  }

  /** What was not decided stands with the basins, and in the live form too. */
  @Test
  void basinsHaveTheirBadgesAndWhatWasNotDecidedIsSaid() {
    Landscape fig4 = fig4Left();
    FigureTab decided = KindPage.of(fig4).tabs().getFirst();
    assertThat(decided.certified().get())
        .extracting(point -> point.symbol() + ": " + point.certificate().grade().title())
        .containsExactly("x\u00a0=\u00a0−1: minimum", "x\u00a0=\u00a01: minimum");
    NumberTable basins = decided.tables().of(Results.none()).getFirst();
    assertThat(basins.plain()).isTrue();
    assertThat(basins.rows()).hasSize(2);
    Landscape flat =
        new Landscape(
            fig4.title(),
            new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "0.001*tanh(50*(x - 1))^2"),
            fig4.shift(),
            fig4.noise(),
            fig4.domain(),
            fig4.temperatures(),
            fig4.seeds(),
            fig4.simulation());
    NumberTable left = KindPage.of(flat).tabs().getFirst().tables().of(Results.none()).getFirst();
    assertThat(left.plain()).isFalse();
    assertThat(left.note()).startsWith("Whether the train loss has more minima was not decided");
    assertThat(
            figure(figures(flat, OptionalDouble.empty(), List.of()), "objective")
                .caption()
                .sentence())
        .endsWith(left.note());
  }

  /** The stack of the parts is Eq. 4, and its thickness at T → 0 the shift-curvature ½ s² L″. */
  @Test
  void thePartsAreStackedAboveTheLowestMinimum() {
    Figure parts = figure(figures(fig4Left(), OptionalDouble.empty(), List.of()), "parts");
    List<Band> bands =
        parts.layers().stream().filter(Band.class::isInstance).map(Band.class::cast).toList();
    assertThat(bands)
        .extracting(Band::title)
        .containsExactly("Test minima", "Shift-curvature", "Covariance-curvature");
    assertThat(bands.getFirst().y().get(0)).isCloseTo(0, within(1e-6));
    assertThat(bands.get(1).y().get(0)).isCloseTo(0.5 * 0.01 * 8.37618, within(1e-5));
  }

  @Test
  void aSimulationIsDrawnOverTheTheoryAtItsTemperatureAndNowhereElse() {
    List<Trial> trials = List.of(trial(13.3));
    // A slider cannot stand at 13.3 exactly: near to it is taken for it.
    Figure near = figure(figures(fig4Left(), OptionalDouble.of(13.4), trials), "density");
    assertThat(near.caption().title()).endsWith("at T = 13.3");
    assertThat(near.layers()).hasAtLeastOneElementOfType(Histogram.class).hasSize(3);
    assertThat(near.caption().sentence()).isEqualTo("A sentence.");
    Figure far = figure(figures(fig4Left(), OptionalDouble.of(20), trials), "density");
    assertThat(far.layers()).hasOnlyElementsOfType(Curve.class).hasSize(1);
  }

  @Test
  void sharesAndLossesOfTheWalkersAreDotsWithErrors() {
    List<Figure> figures =
        figures(fig4Left(), OptionalDouble.empty(), List.of(trial(13.3), trial(40)));
    assertThat(figure(figures, "basins").y().range()).contains(new Range(0, 1));
    Dots shares = dots(figure(figures, "basins"), "x = -1, walkers");
    assertThat(shares.points().x()).isEqualTo(Series.of(13.3, 40));
    assertThat(shares.points().y()).isEqualTo(Series.of(0.3, 0.3));
    assertThat(shares.points().bars().half()).isEqualTo(Series.of(0.01, 0.01));
    assertThat(dots(figure(figures, "losses"), "E[L_te], walkers").points().y())
        .isEqualTo(Series.of(-0.06, -0.06));
  }

  private static Dots dots(Figure figure, String title) {
    return figure.layers().stream()
        .filter(layer -> layer.title().replace('−', '-').equals(title))
        .map(Dots.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Figure figure(List<Figure> figures, String id) {
    return figures.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static Landscape fig4Left() {
    return (Landscape) Presets.find("paper-figure-4-left").orElseThrow().spec();
  }

  /** Its walkers have not arrived: it counts where a person asks for all. */
  private static Trial trial(double temperature) {
    var distance = new Distance(0.1, 0.01, 0.02);
    var simulation =
        new LandscapeSimulation(
            "A sentence.",
            temperature,
            1_000,
            new Densities(
                Series.of(-3, 0, 3),
                Series.of(0.2, 0.1),
                Series.of(0, 0),
                Series.of(0.2, 0.1),
                Series.of(0.1, 0.2)),
            distance,
            distance,
            0.1,
            List.of(new Compared(0.3, 0.01, 0.3, 0.4), new Compared(0.7, 0.01, 0.7, 0.6)),
            new Compared(-0.07, 0.001, -0.07, -0.08),
            new Compared(-0.06, 0.001, -0.06, -0.07),
            new Execution("cpu", 1, "test"));
    Landscape spec = fig4Left();
    int number =
        IntStream.range(0, spec.trialCount())
            .filter(trial -> spec.temperatureOf(trial) == temperature)
            .findFirst()
            .orElseThrow();
    return Planted.finished(number, simulation);
  }

  private static List<Figure> figures(
      ExperimentSpec spec, OptionalDouble temperature, List<Trial> trials) {
    return Planted.figures(spec, temperature, Planted.results(spec, trials, Include.ALL));
  }
}
