package org.shiftscope.ui.kind.twostage;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.FirstStageMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of the trials of both stages. */
final class TwoStageColumns {

  static final List<TrialColumn> ALL =
      List.of(
          new TrialColumn("η", true, result -> end(result, SgdEnd::learningRate)),
          first("Final L_tr", r -> r.last().trainLoss()),
          first("Final L_te", r -> r.last().testLoss()),
          first("Change of L_tr", TwoStageMeasurement::trainChange),
          first("Change of L_te", TwoStageMeasurement::testChange),
          first("η·h", TwoStageMeasurement::sharpness),
          new TrialColumn("L_tr at the end", false, result -> end(result, SgdEnd::trainLoss)),
          new TrialColumn("L_te at the end", false, result -> end(result, SgdEnd::testLoss)),
          new TrialColumn("Train accuracy", false, result -> end(result, SgdEnd::trainAccuracy)),
          new TrialColumn("Test accuracy", false, result -> end(result, SgdEnd::testAccuracy)),
          more("Largest eigenvalue", TwoStageMeasurement::largestEigenvalue));

  private TwoStageColumns() {}

  private static double end(TrialResult result, ToDoubleFunction<SgdEnd> value) {
    return switch (result) {
      case TwoStageMeasurement second -> value.applyAsDouble(second.sgd());
      case FirstStageMeasurement first -> value.applyAsDouble(first.sgd());
      default -> Double.NaN;
    };
  }

  private static TrialColumn first(String head, ToDoubleFunction<TwoStageMeasurement> value) {
    return TrialColumn.of(TwoStageMeasurement.class, head, value);
  }

  private static TrialColumn more(String head, ToDoubleFunction<TwoStageMeasurement> value) {
    return TrialColumn.more(TwoStageMeasurement.class, head, value);
  }
}
