package org.shiftscope.ui.kind.overparametrized;

import java.util.List;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of trials with more parameters than samples. */
final class OverparametrizedColumns {

  static final List<TrialColumn> ALL =
      List.of(
          TrialColumn.of(OverparametrizedMeasurement.class, "Rank of G", r -> r.trainSpan().rank()),
          TrialColumn.of(
              OverparametrizedMeasurement.class, "Rank of C", r -> r.trainSpan().covarianceRank()),
          TrialColumn.of(
              OverparametrizedMeasurement.class, "Mean off G", r -> r.trainSpan().meanDistance()),
          TrialColumn.of(OverparametrizedMeasurement.class, "‖s‖", r -> r.plain().norm()),
          TrialColumn.of(OverparametrizedMeasurement.class, "‖P s‖", r -> r.projected().norm()),
          TrialColumn.of(
              OverparametrizedMeasurement.class, "½ sᵀHs", r -> r.plain().shiftCurvature()),
          TrialColumn.of(
              OverparametrizedMeasurement.class, "½ sᵀPHPs", r -> r.projected().shiftCurvature()));

  private OverparametrizedColumns() {}
}
