package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;

class TheoryFiguresTest {

  private static final RunTrial RUN =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  @Test
  void theCurlIsDrawnBeforeAnythingIsSimulated() {
    List<Figure> figures = Planted.figures(counterExample(), OptionalDouble.of(0.2), List.of());
    assertThat(figures).extracting(Figure::id).containsExactly("curl");
    HeatMap map = (HeatMap) figures.getFirst().layers().getFirst();
    assertThat(map.values().size()).isEqualTo(21 * 21);
    assertThat(figures.getFirst().caption().sentence())
        .contains("Assumption 1 fails")
        .contains("T = 0.2");
  }

  @Test
  void aFieldWithoutCurlIsDrawnAsZeroAndNotAsItsRounding() {
    Figure curl = figure(preset("assumption-isotropic"), "curl");
    assertThat(((HeatMap) curl.layers().getFirst()).values().values()).containsOnly(0.0);
    assertThat(curl.caption().sentence()).contains("Assumption 1 holds");
  }

  @Test
  void theCurrentOfATrialStandsOverTheExactOne() {
    AssumptionCheck check = counterExample();
    Trial trial = Planted.finished(0, RUN.run(check, 0, TrialWatch.none()));
    List<Figure> figures = Planted.figures(check, OptionalDouble.empty(), List.of(trial));
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("curl", "current-section", "current-size", "density", "rotation");
    Figure section = figures.get(1);
    Curve exact = (Curve) section.layers().get(0);
    Dots walkers = (Dots) section.layers().get(1);
    assertThat(walkers.points().x()).isEqualTo(exact.x());
    // The current along y changes its sign where the line passes the minimum.
    assertThat(exact.y().get(3) * exact.y().get(6)).isNegative();
    assertThat(figures.get(4).layers()).hasSize(2);
  }

  @Test
  void theWeakErrorAndTheModifiedSgdAreDrawnByTheoryAlone() {
    Figure weak = figure(preset("diffusion-digits"), "weak-error");
    assertThat(weak.layers()).hasSize(6);
    assertThat(weak.caption().sentence()).contains("first order");
    Figure modified = figure(preset("overparametrized-digits"), "modified-sgd");
    assertThat(modified.layers()).hasSize(2);
  }

  @Test
  void theSliderGoesThroughTheTemperaturesOfTheSpec() {
    assertThat(KindPage.of(preset("overparametrized-digits")).tabs().getFirst().slide())
        .contains(new Slide(2e-3, 2e-2, 2e-3));
    assertThat(Slide.nearest(new Temperatures.Listed(List.of(0.1, 1.0)), OptionalDouble.of(0.4)))
        .isEqualTo(1.0);
  }

  private static Figure figure(ExperimentSpec spec, String id) {
    return Planted.figures(spec, OptionalDouble.empty(), List.of()).stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ExperimentSpec preset(String id) {
    return Presets.find(id).orElseThrow().spec();
  }

  private static AssumptionCheck counterExample() {
    return new AssumptionCheck(
        "Counter-example",
        new Formulas(
            "x^2/2 + 2*y^2",
            "1",
            "0.6",
            "1",
            new Domain(-3, 3, -3, 3),
            21,
            new CurrentSpec(512, 200, 0.01, 10)),
        new Temperatures.Listed(List.of(0.4)),
        new Seeds(List.of(0L)));
  }
}
