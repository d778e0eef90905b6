package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shiftscope.compute.kind.steadystate.SteadyStateKind;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.Trends;

/** The figures of a steady state: what SGD came to, over what theory says. */
final class SteadyStateFigures {

  private SteadyStateFigures() {}

  /** The figures; empty where the model has no strict minimum. */
  static List<Figure> of(SteadyState spec, OptionalDouble temperature, Results results) {
    SteadyStateTheory theory =
        new SteadyStateKind(spec).theory(temperature).orElse(SteadyStateTheory.none());
    if (!theory.found()) {
      return List.of();
    }
    var measured = ResultsOf.of(results, SteadyStateMeasurement.class, spec);
    Optional<SteadyStateFindings> found =
        results.findings().map(SteadyStateFindings.class::cast).filter(any -> !measured.isEmpty());
    var seen = new SteadyStateSeen(spec, theory, measured, found, Trends.of(spec, results));
    Stream<Figure> wells =
        theory.basins().two()
            ? Stream.of(SteadyDensityFigure.of(seen), OccupationFigure.of(seen))
            : Stream.empty();
    Stream<Figure> near = Stream.of(CovarianceTraceFigure.of(seen), BiasFigure.of(seen));
    Stream<Figure> summed =
        found.stream()
            .flatMap(
                all ->
                    Stream.of(
                        FluctuationFigure.of(seen, all.arrival()), InvarianceFigure.of(seen, all)));
    // One parameter has one entry, the trace.
    Stream<Figure> matrix =
        measured.isEmpty() || spec.model().dimension() == 1
            ? Stream.empty()
            : Stream.of(CovarianceEntriesFigure.of(seen));
    return Stream.of(wells, matrix, near, summed).flatMap(each -> each).toList();
  }
}
