package org.shiftscope.ui.kind.landscape;

import java.util.List;
import java.util.OptionalDouble;
import org.shiftscope.compute.kind.landscape.LandscapeKind;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.kind.Trends;

/** The figures of a landscape: the paper's four (Figs. 4 and 6), and the theory behind them. */
public final class LandscapeFigures {

  /** A chosen temperature this near to a simulated one is taken for it. */
  private static final double SNAP = 0.025;

  private LandscapeFigures() {}

  /**
   * The figures.
   *
   * @param temperature T of those that look at one; where empty, the spec's first
   * @param results the trials' walkers, drawn over theory; none for theory alone
   */
  public static List<Figure> of(Landscape spec, OptionalDouble temperature, Results results) {
    OptionalDouble near =
        temperature.isPresent()
            ? OptionalDouble.of(snapped(spec, temperature.getAsDouble()))
            : temperature;
    LandscapeTheory theory = new LandscapeKind(spec).theory(near).orElseThrow();
    var simulations = ResultsOf.of(results, LandscapeSimulation.class, spec);
    var seen =
        new LandscapeSeen(
            theory, simulations, Trends.of(spec, results), spec.landscape().noise().isConstant());
    return List.of(
        ObjectiveFigure.of(seen),
        LandscapeDensityFigure.of(seen),
        BasinsFigure.of(seen),
        ExpectedLossesFigure.of(seen),
        PotentialFigure.of(seen),
        LossPartsFigure.of(seen));
  }

  static Slide slide(Landscape spec) {
    LandscapeTheory theory = new LandscapeKind(spec).theory(OptionalDouble.empty()).orElseThrow();
    Series range = theory.against().temperature();
    return new Slide(range.get(0), range.get(range.size() - 1), theory.temperature());
  }

  private static double snapped(Landscape spec, double temperature) {
    return spec.temperatures().values().stream()
        .filter(listed -> Math.abs(Math.log(listed / temperature)) < SNAP)
        .findFirst()
        .orElse(temperature);
  }
}
