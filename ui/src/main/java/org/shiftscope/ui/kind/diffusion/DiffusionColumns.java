package org.shiftscope.ui.kind.diffusion;

import java.util.List;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of trials on the accuracy of diffusion. */
final class DiffusionColumns {

  static final List<TrialColumn> ALL =
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

  private DiffusionColumns() {}
}
