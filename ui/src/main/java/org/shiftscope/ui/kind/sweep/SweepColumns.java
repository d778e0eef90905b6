package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of a sweep's trials. */
final class SweepColumns {

  private static final List<TrialColumn> AT_THE_END =
      List.of(
          first("‖s‖", ShiftMeasurement::shiftNorm),
          first("κ_te / ‖s‖²", result -> result.testFit().curvature()),
          first("½ κ_te", result -> result.testFit().halfKappa()),
          first("gᵀs", result -> result.testFit().slope()),
          first("L_te(θ_tr)", result -> result.eq3().testLossAtTrainPoint()),
          more("L_te(θ_te)", result -> result.eq3().testLossAtTestPoint()),
          more("L_tr(θ_tr)", result -> result.trainPoint().loss()),
          more("½ sᵀHs", result -> result.testFit().exactKappa() / 2),
          more("κ_tr / ‖s‖²", result -> result.trainFit().curvature()),
          more("gᵀs on train", result -> result.trainFit().slope()),
          more("−s·dθ/dt, test", result -> result.testFit().flowSlope()),
          more("−s·dθ/dt, train", result -> result.trainFit().flowSlope()),
          more("R² of the test fit", result -> result.testFit().rSquared()),
          more("‖∇L_tr‖ at θ_tr", result -> result.trainPoint().gradientNorm()),
          more("‖∇L_te‖ at θ_te", result -> result.testPoint().gradientNorm()),
          more("Gradients to θ_tr", result -> result.trainPoint().gradients()),
          more("Gradients to θ_te", result -> result.testPoint().gradients()),
          more("Barrier to θ_tr", result -> result.trainPoint().barrier()),
          more("Barrier to θ_te", result -> result.testPoint().barrier()),
          more("η", result -> result.sgd().learningRate()),
          more("SGD steps", result -> result.sgd().steps()),
          more("SGD epochs", result -> result.sgd().epochs()),
          more("Train loss of SGD", result -> result.sgd().trainLoss()),
          more("Test loss of SGD", result -> result.sgd().testLoss()),
          more("Train accuracy of SGD", result -> result.sgd().trainAccuracy()),
          more("Test accuracy of SGD", result -> result.sgd().testAccuracy()),
          more("Largest of H at θ_te", onTest(one -> one.largest().get(0))),
          more("Largest of H at θ_tr", onTrain(one -> one.largest().get(0))),
          more("Smallest of H at θ_te", onTest(Spectrum::smallest)),
          more("Smallest of H at θ_tr", onTrain(Spectrum::smallest)),
          more("tr H at θ_te", onTest(Spectrum::trace)),
          more("tr H at θ_tr", onTrain(Spectrum::trace)),
          more("tr C at θ_te", onTest(Spectrum::covarianceTrace)),
          more("tr C at θ_tr", onTrain(Spectrum::covarianceTrace)),
          more("tr(HC) at θ_te", onTest(Spectrum::hessianCovariance)),
          more("tr(HC) at θ_tr", onTrain(Spectrum::hessianCovariance)));

  private SweepColumns() {}

  /** Those of the last flow time, and of each earlier one. */
  static List<TrialColumn> of(TemperatureSweep sweep) {
    List<FlowTime> times = sweep.refinement().flowTimes();
    return Stream.concat(
            AT_THE_END.stream(),
            IntStream.range(0, sweep.refinement().earlierShares().size())
                .boxed()
                .flatMap(i -> at(i, " at " + SayTimes.one(times.get(i)))))
        .toList();
  }

  private static Stream<TrialColumn> at(int time, String when) {
    return ShiftNumbers.ALL.stream()
        .map(
            number ->
                more(
                    number.head() + when,
                    result -> number.value().applyAsDouble(result.earlier().get(time))));
  }

  private static TrialColumn first(String head, ToDoubleFunction<ShiftMeasurement> value) {
    return TrialColumn.of(ShiftMeasurement.class, head, value);
  }

  private static TrialColumn more(String head, ToDoubleFunction<ShiftMeasurement> value) {
    return TrialColumn.more(ShiftMeasurement.class, head, value);
  }

  /** NaN where the trial did not measure it. */
  private static ToDoubleFunction<ShiftMeasurement> onTest(ToDoubleFunction<Spectrum> number) {
    return result -> in(result.spectra().map(ShiftMeasurement.Spectra::test), number);
  }

  private static ToDoubleFunction<ShiftMeasurement> onTrain(ToDoubleFunction<Spectrum> number) {
    return result -> in(result.spectra().map(ShiftMeasurement.Spectra::train), number);
  }

  private static double in(Optional<Spectrum> spectrum, ToDoubleFunction<Spectrum> number) {
    return spectrum.map(number::applyAsDouble).orElse(Double.NaN);
  }
}
