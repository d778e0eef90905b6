package org.shiftscope.ui.experiment;

import java.util.List;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.spec.AssumptionCheck;

/** What the tables of trials show of the kinds on the diffusion picture. */
final class DiffusionColumns {

  static final List<TrialColumn> OF_ACCURACY =
      List.of(
          TrialColumn.of(DiffusionMeasurement.class, "Train loss", r -> r.sgd().trainLoss()),
          TrialColumn.of(
              DiffusionMeasurement.class,
              "Third term",
              r -> r.directions().getFirst().relative().get(2)),
          TrialColumn.of(
              DiffusionMeasurement.class,
              "Fourth term",
              r -> r.directions().getFirst().relative().get(3)),
          TrialColumn.of(
              DiffusionMeasurement.class, "Order", r -> r.weakError().secondMomentOrder().slope()));

  static final List<TrialColumn> OF_OVERPARAMETRIZED =
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

  private static final List<TrialColumn> OF_FORMULAS =
      List.of(
          TrialColumn.of(
              CurrentMeasurement.class, "Relative curl", CurrentMeasurement::relativeCurl),
          TrialColumn.of(CurrentMeasurement.class, "Rotation", CurrentMeasurement::rotation),
          TrialColumn.of(CurrentMeasurement.class, "± error", CurrentMeasurement::rotationError),
          TrialColumn.of(CurrentMeasurement.class, "Exact", CurrentMeasurement::exactRotation));

  private static final List<TrialColumn> OF_DIGITS =
      List.of(
          TrialColumn.of(CurlMeasurement.class, "At minimum", r -> r.mean().get(0)),
          TrialColumn.of(CurlMeasurement.class, "At 1 σ", r -> r.mean().get(2)),
          TrialColumn.of(
              CurlMeasurement.class, "‖C − H‖ / ‖H‖", CurlMeasurement::noiseFromCurvature),
          TrialColumn.of(CurlMeasurement.class, "‖CH − HC‖", CurlMeasurement::commutator));

  private DiffusionColumns() {}

  static List<TrialColumn> ofAssumption(AssumptionCheck check) {
    return switch (check.field()) {
      case AssumptionCheck.Formulas _ -> OF_FORMULAS;
      case AssumptionCheck.DigitsRegression _ -> OF_DIGITS;
    };
  }
}
