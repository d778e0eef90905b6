package org.shiftscope.ui.kind.sweep;

import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.ShiftMeasurement;

/** How what the shift costs is predicted; none of these contains what it predicts but the fit. */
enum Prediction {
  FITTED("½ κ_te, fitted (Eq. 3)", result -> result.testFit().halfKappa()),
  EXACT("½ sᵀHs, exact", result -> result.testFit().exactKappa() / 2),
  WITH_SLOPE(
      "Second order with slope, gᵀs + ½ sᵀHs",
      result -> result.eq3().predictedExactly() - result.eq3().testLossAtTestPoint());

  private final String title;
  private final ToDoubleFunction<ShiftMeasurement> value;

  Prediction(String title, ToDoubleFunction<ShiftMeasurement> value) {
    this.title = title;
    this.value = value;
  }

  String title() {
    return title;
  }

  double of(MeasuredTrial trial) {
    return value.applyAsDouble(trial.result());
  }
}
