package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.ui.kind.NumberTable;

/**
 * A number of the shift at one flow time.
 *
 * @param head its symbol
 * @param unit its unit
 * @param value of a trial
 */
record ShiftNumbers(String head, String unit, ToDoubleFunction<ShiftAtTime> value) {

  private static final String LOSS = "nats";

  static final List<ShiftNumbers> ALL =
      List.of(
          new ShiftNumbers("‖s‖", "length", ShiftAtTime::shiftNorm),
          new ShiftNumbers("κ_te / ‖s‖²", "nats / length²", at -> at.testFit().curvature()),
          new ShiftNumbers("½ κ_te", LOSS, at -> at.testFit().halfKappa()),
          new ShiftNumbers("½ sᵀHs", LOSS, at -> at.testFit().exactKappa() / 2),
          new ShiftNumbers("gᵀs", LOSS, at -> at.testFit().slope()),
          new ShiftNumbers("L_te(θ_tr)", LOSS, at -> at.eq3().testLossAtTrainPoint()),
          new ShiftNumbers("L_te(θ_te)", LOSS, at -> at.eq3().testLossAtTestPoint()),
          new ShiftNumbers("L_tr(θ_tr)", LOSS, at -> at.trainPoint().loss()),
          new ShiftNumbers("κ_tr / ‖s‖²", "nats / length²", at -> at.trainFit().curvature()),
          new ShiftNumbers(
              "‖∇L_tr‖ at θ_tr", "nats / length", at -> at.trainPoint().gradientNorm()),
          new ShiftNumbers("‖∇L_te‖ at θ_te", "nats / length", at -> at.testPoint().gradientNorm()),
          new ShiftNumbers("Barrier to θ_tr", LOSS, at -> at.trainPoint().barrier()),
          new ShiftNumbers("Barrier to θ_te", LOSS, at -> at.testPoint().barrier()));

  /** Those of a trial at each of its flow times, of which it has several. */
  static NumberTable of(ShiftMeasurement result) {
    List<ShiftAtTime> times = result.atEachTime();
    return new NumberTable(
        "At each flow time",
        times.stream().map(ShiftNumbers::title).toList(),
        ALL.stream()
            .map(
                number ->
                    new NumberTable.Row(
                        number.head,
                        number.unit,
                        "",
                        times.stream()
                            .map(at -> significant(number.value.applyAsDouble(at)))
                            .toList()))
            .toList(),
        "Of the same two flows, which pass the smaller times on their way. All other numbers here are of the last.",
        true);
  }

  private static String title(ShiftAtTime at) {
    RefinedPoint train = at.trainPoint();
    return SayTimes.one(new FlowTime(train.flowTime(), at.testPoint().flowTime()));
  }
}
