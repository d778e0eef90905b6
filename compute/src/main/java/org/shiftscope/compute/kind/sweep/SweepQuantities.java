package org.shiftscope.compute.kind.sweep;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;

/** The numbers of a sweep's trials whose trends are looked for. */
final class SweepQuantities {

  private static final String NATS = "nats";
  private static final String CURVATURE = "nats / length²";

  static final TrendQuantity<ShiftAtTime> BY_FIT =
      TrendQuantity.of(
          "shift-curvature", "Shift-curvature ½ κ_te", NATS, trial -> trial.testFit().halfKappa());
  static final TrendQuantity<ShiftAtTime> EXACT =
      TrendQuantity.of(
          "exact-shift-curvature",
          "Exact shift-curvature ½ sᵀHs",
          NATS,
          trial -> trial.testFit().exactKappa() / 2);

  static final TrendQuantity<ShiftAtTime> TEST_CURVATURE =
      TrendQuantity.of(
          "test-curvature",
          "Test curvature κ_te / ‖s‖²",
          CURVATURE,
          trial -> trial.testFit().curvature());
  static final TrendQuantity<ShiftAtTime> TRAIN_CURVATURE =
      TrendQuantity.of(
          "train-curvature",
          "Train curvature κ_tr / ‖s‖²",
          CURVATURE,
          trial -> trial.trainFit().curvature());
  static final TrendQuantity<ShiftAtTime> SHIFT_NORM =
      TrendQuantity.of("shift-norm", "Length of the shift ‖s‖", "length", ShiftAtTime::shiftNorm);

  private static final List<TrendQuantity<ShiftAtTime>> ON_THE_LINE =
      List.of(
          BY_FIT,
          EXACT,
          TrendQuantity.of("slope", "Slope gᵀs", NATS, trial -> trial.testFit().slope()),
          TrendQuantity.of(
              "excess-test-loss", "Excess L_te(θ_tr) − L_te(θ_te)", NATS, ShiftAtTime::excess),
          TrendQuantity.of(
              "train-loss-at-train-point",
              "Train loss at θ_tr",
              NATS,
              trial -> trial.trainPoint().loss()),
          TrendQuantity.of(
              "test-loss-at-test-point",
              "Test loss at θ_te",
              NATS,
              trial -> trial.eq3().testLossAtTestPoint()),
          TrendQuantity.of(
              "test-loss-at-train-point",
              "Test loss at θ_tr",
              NATS,
              trial -> trial.eq3().testLossAtTrainPoint()),
          TEST_CURVATURE,
          TRAIN_CURVATURE,
          SHIFT_NORM);

  private static final List<TrendQuantity<ShiftMeasurement>> OF_SGD =
      List.of(
          TrendQuantity.of(
              "sgd-train-loss", "Train loss of SGD", NATS, trial -> trial.sgd().trainLoss()),
          TrendQuantity.of(
              "sgd-test-loss", "Test loss of SGD", NATS, trial -> trial.sgd().testLoss()),
          TrendQuantity.of(
              "sgd-train-accuracy",
              "Train accuracy of SGD",
              "",
              trial -> trial.sgd().trainAccuracy()),
          TrendQuantity.of(
              "sgd-test-accuracy",
              "Test accuracy of SGD",
              "",
              trial -> trial.sgd().testAccuracy()));

  private static final List<TrendQuantity<ShiftAtTime>> OF_THE_POINTS =
      List.of(
          TrendQuantity.of(
              "train-gradient-norm",
              "‖∇L_tr‖ at θ_tr",
              "nats / length",
              trial -> trial.trainPoint().gradientNorm()),
          TrendQuantity.of(
              "test-gradient-norm",
              "‖∇L_te‖ at θ_te",
              "nats / length",
              trial -> trial.testPoint().gradientNorm()),
          TrendQuantity.of(
              "train-barrier", "Barrier to θ_tr", NATS, trial -> trial.trainPoint().barrier()),
          TrendQuantity.of(
              "test-barrier", "Barrier to θ_te", NATS, trial -> trial.testPoint().barrier()));

  private static final List<TrendQuantity<ShiftMeasurement>> OF_SPECTRA =
      List.of(
          TrendQuantity.of(
              "test-largest",
              "Largest eigenvalue at θ_te, test",
              CURVATURE,
              spectra(both -> both.test().largest().get(0))),
          TrendQuantity.of(
              "train-largest",
              "Largest eigenvalue at θ_tr, train",
              CURVATURE,
              spectra(both -> both.train().largest().get(0))),
          TrendQuantity.of(
                  "test-trace",
                  "tr H at θ_te, test",
                  CURVATURE,
                  spectra(both -> both.test().trace()))
              .withError(spectra(both -> both.test().traceError())),
          TrendQuantity.of(
                  "train-trace",
                  "tr H at θ_tr, train",
                  CURVATURE,
                  spectra(both -> both.train().trace()))
              .withError(spectra(both -> both.train().traceError())),
          TrendQuantity.of(
              "test-smallest",
              "Smallest eigenvalue at θ_te, test",
              CURVATURE,
              spectra(both -> both.test().smallest())),
          TrendQuantity.of(
              "train-smallest",
              "Smallest eigenvalue at θ_tr, train",
              CURVATURE,
              spectra(both -> both.train().smallest())),
          TrendQuantity.of(
              "test-covariance-trace",
              "tr C at θ_te, test",
              "nats² / length²",
              spectra(both -> both.test().covarianceTrace())),
          TrendQuantity.of(
              "train-covariance-trace",
              "tr C at θ_tr, train",
              "nats² / length²",
              spectra(both -> both.train().covarianceTrace())),
          TrendQuantity.of(
                  "test-hessian-covariance",
                  "tr(HC) at θ_te, test",
                  "nats³ / length⁴",
                  spectra(both -> both.test().hessianCovariance()))
              .withError(spectra(both -> both.test().hessianCovarianceError())),
          TrendQuantity.of(
                  "train-hessian-covariance",
                  "tr(HC) at θ_tr, train",
                  "nats³ / length⁴",
                  spectra(both -> both.train().hessianCovariance()))
              .withError(spectra(both -> both.train().hessianCovarianceError())));

  private SweepQuantities() {}

  /** Those of one flow time. */
  static List<TrendQuantity<ShiftAtTime>> atOneTime() {
    return Stream.concat(ON_THE_LINE.stream(), OF_THE_POINTS.stream()).toList();
  }

  /** Those of the last flow time, and of SGD. */
  static List<TrendQuantity<ShiftMeasurement>> atTheEnd() {
    return Stream.of(atTheEnd(ON_THE_LINE), OF_SGD.stream(), atTheEnd(OF_THE_POINTS))
        .<TrendQuantity<ShiftMeasurement>>flatMap(each -> each)
        .toList();
  }

  /** The same with those of spectra. */
  static List<TrendQuantity<ShiftMeasurement>> withSpectra() {
    return Stream.concat(atTheEnd().stream(), OF_SPECTRA.stream()).toList();
  }

  /** Whether a quantity is SGD's own, whatever flow follows. */
  static boolean isOfSgd(String id) {
    return OF_SGD.stream().anyMatch(quantity -> quantity.id().equals(id));
  }

  private static Stream<TrendQuantity<ShiftMeasurement>> atTheEnd(
      List<TrendQuantity<ShiftAtTime>> quantities) {
    return quantities.stream().map(quantity -> quantity.in(ShiftMeasurement::last));
  }

  /** NaN where the trial did not measure it. */
  private static ToDoubleFunction<ShiftMeasurement> spectra(ToDoubleFunction<Spectra> number) {
    return trial -> trial.spectra().map(number::applyAsDouble).orElse(Double.NaN);
  }
}
