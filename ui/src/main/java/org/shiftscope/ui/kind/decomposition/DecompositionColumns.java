package org.shiftscope.ui.kind.decomposition;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of decomposed trials. */
final class DecompositionColumns {

  static final List<TrialColumn> ALL =
      List.of(
          first("L_te(θ_te)", d -> d.testLoss().value()),
          first("gᵀ(s + b)", d -> Term.SLOPE.in(d).value()),
          first("½ sᵀHs", d -> d.shiftCurvature().value()),
          first("sᵀHb", d -> d.crossTerm().value()),
          first("½ bᵀHb", d -> d.biasCurvature().value()),
          first("½ tr(HΣ)", d -> d.covarianceCurvature().value()),
          first("Sum", d -> d.sum().value()),
          first("Measured", d -> d.measuredMean().value()),
          first("Residual", d -> d.residual().value()),
          more("Error of the residual", d -> d.residual().error()),
          more("Residual / excess", Decomposition::residualShare),
          more("Third order at θ̄", Decomposition::thirdOrder),
          more("gᵀs", d -> d.shiftSlope().value()),
          more("gᵀb", d -> d.biasSlope().value()),
          more("‖s‖", d -> d.window().shiftNorm()),
          more("‖b‖", d -> d.window().biasNorm()),
          more("‖P s‖", d -> projected(d, ProjectedShift::norm)),
          more("½ sᵀPHPs", d -> projected(d, ProjectedShift::shiftCurvature)),
          more("√tr Σ", d -> d.window().spread()),
          more("Effective iterates", Decomposition::effectiveSamples),
          more("Change of L_te", d -> d.arrival().testLoss().value()),
          more("Change of L_tr", d -> d.arrival().trainLoss().value()),
          more("First ratio", d -> d.arrival().first().value()),
          more("Second ratio", d -> d.arrival().second().value()));

  private DecompositionColumns() {}

  private static double projected(Decomposition found, ToDoubleFunction<ProjectedShift> value) {
    return found.projected().map(value::applyAsDouble).orElse(Double.NaN);
  }

  private static TrialColumn first(String head, ToDoubleFunction<Decomposition> value) {
    return TrialColumn.of(
        DecompositionMeasurement.class, head, r -> value.applyAsDouble(r.decomposition()));
  }

  private static TrialColumn more(String head, ToDoubleFunction<Decomposition> value) {
    return TrialColumn.more(
        DecompositionMeasurement.class, head, r -> value.applyAsDouble(r.decomposition()));
  }
}
