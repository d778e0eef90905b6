package org.shiftscope.ui.chart;

import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.ShiftMeasurement;

/** A number of a trial whose trend is drawn. */
public enum Quantity {
  TRAIN_LOSS_AT_TRAIN_POINT("Train loss at θ_tr", result -> result.trainPoint().loss()),
  TEST_LOSS_AT_TEST_POINT("Test loss at θ_te", result -> result.eq3().testLossAtTestPoint()),
  TEST_LOSS_AT_TRAIN_POINT("Test loss at θ_tr", result -> result.eq3().testLossAtTrainPoint()),
  TEST_CURVATURE("Test, κ_te / ‖s‖²", result -> result.testFit().curvature()),
  TRAIN_CURVATURE("Train, κ_tr / ‖s‖²", result -> result.trainFit().curvature()),
  SHIFT_NORM("‖s‖", ShiftMeasurement::shiftNorm),
  SHIFT_CURVATURE("½ κ_te, fitted", result -> result.testFit().halfKappa()),
  EXACT_SHIFT_CURVATURE("½ sᵀHs, exact", result -> result.testFit().exactKappa() / 2),
  SLOPE("gᵀs, slope", result -> result.testFit().slope());

  private final String title;
  private final ToDoubleFunction<ShiftMeasurement> value;

  Quantity(String title, ToDoubleFunction<ShiftMeasurement> value) {
    this.title = title;
    this.value = value;
  }

  /** Its name in legends. */
  public String title() {
    return title;
  }

  /** Its value in a result. */
  public double of(ShiftMeasurement result) {
    return value.applyAsDouble(result);
  }
}
