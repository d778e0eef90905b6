package org.shiftscope.ui.kind.sweep;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.Spectrum;

/** A number of a trial whose trend is drawn. */
enum Quantity {
  TRAIN_LOSS_AT_TRAIN_POINT("Train loss at θ_tr", result -> result.trainPoint().loss()),
  TEST_LOSS_AT_TEST_POINT("Test loss at θ_te", result -> result.eq3().testLossAtTestPoint()),
  TEST_LOSS_AT_TRAIN_POINT("Test loss at θ_tr", result -> result.eq3().testLossAtTrainPoint()),
  TEST_CURVATURE("Test, κ_te / ‖s‖²", result -> result.testFit().curvature()),
  TRAIN_CURVATURE("Train, κ_tr / ‖s‖²", result -> result.trainFit().curvature()),
  SHIFT_NORM("‖s‖", ShiftMeasurement::shiftNorm),
  SHIFT_CURVATURE("½ κ_te, fitted", result -> result.testFit().halfKappa()),
  EXACT_SHIFT_CURVATURE("½ sᵀHs, exact", result -> result.testFit().exactKappa() / 2),
  SLOPE("gᵀs, slope", result -> result.testFit().slope()),
  TEST_LARGEST("Test, largest eigenvalue at θ_te", onTest(one -> one.largest().get(0))),
  TRAIN_LARGEST("Train, largest eigenvalue at θ_tr", onTrain(one -> one.largest().get(0))),
  TEST_TRACE("Test, tr H at θ_te", onTest(Spectrum::trace)),
  TRAIN_TRACE("Train, tr H at θ_tr", onTrain(Spectrum::trace));

  private final String title;
  private final ToDoubleFunction<ShiftMeasurement> value;

  Quantity(String title, ToDoubleFunction<ShiftMeasurement> value) {
    this.title = title;
    this.value = value;
  }

  /** Its name in legends. */
  String title() {
    return title;
  }

  /** Its value in a result. */
  double of(ShiftMeasurement result) {
    return value.applyAsDouble(result);
  }

  /** NaN where the trial did not measure it. */
  static ToDoubleFunction<ShiftMeasurement> onTest(ToDoubleFunction<Spectrum> number) {
    return result -> in(result.spectra().map(ShiftMeasurement.Spectra::test), number);
  }

  /** NaN where the trial did not measure it. */
  static ToDoubleFunction<ShiftMeasurement> onTrain(ToDoubleFunction<Spectrum> number) {
    return result -> in(result.spectra().map(ShiftMeasurement.Spectra::train), number);
  }

  private static double in(Optional<Spectrum> spectrum, ToDoubleFunction<Spectrum> number) {
    return spectrum.map(number::applyAsDouble).orElse(Double.NaN);
  }
}
