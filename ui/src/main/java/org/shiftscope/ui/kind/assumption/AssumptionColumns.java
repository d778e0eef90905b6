package org.shiftscope.ui.kind.assumption;

import java.util.List;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of trials on Assumption 1. */
final class AssumptionColumns {

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
          TrialColumn.of(CurlMeasurement.class, "‖CH − HC‖ / ‖C‖‖H‖", CurlMeasurement::commutator));

  private AssumptionColumns() {}

  static List<TrialColumn> of(AssumptionCheck check) {
    return switch (check.field()) {
      case AssumptionCheck.Formulas _ -> OF_FORMULAS;
      case AssumptionCheck.DigitsRegression _ -> OF_DIGITS;
    };
  }
}
