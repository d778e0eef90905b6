package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shiftscope.compute.kind.steadystate.SteadyStateKind;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.ResultsOf;

/** The figures of a steady state: what SGD came to, over what theory says. */
final class SteadyStateFigures {

  private SteadyStateFigures() {}

  /** The figures; empty where the model has no strict minimum. */
  static List<Figure> of(SteadyState spec, OptionalDouble temperature, List<Trial> trials) {
    SteadyStateTheory theory =
        new SteadyStateKind(spec).theory(temperature).orElse(SteadyStateTheory.none());
    if (!theory.found()) {
      return List.of();
    }
    var measured = ResultsOf.of(trials, SteadyStateMeasurement.class, spec::temperatureOf);
    var seen = new SteadyStateSeen(spec, theory, measured);
    Stream<Figure> wells =
        theory.basins().two()
            ? Stream.of(SteadyDensityFigure.of(seen), OccupationFigure.of(seen))
            : Stream.empty();
    Stream<Figure> near =
        measured.isEmpty()
            ? Stream.of(CovarianceTraceFigure.of(seen), BiasFigure.of(seen))
            : Stream.of(
                CovarianceTraceFigure.of(seen),
                BiasFigure.of(seen),
                FluctuationFigure.of(seen),
                InvarianceFigure.of(seen));
    // One parameter has one entry, the trace.
    Stream<Figure> matrix =
        measured.isEmpty() || spec.model().dimension() == 1
            ? Stream.empty()
            : Stream.of(CovarianceEntriesFigure.of(seen));
    return Stream.of(wells, matrix, near).flatMap(each -> each).toList();
  }
}
