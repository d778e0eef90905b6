package org.shiftscope.ui.comparison;

import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;

/** Names a quantity at a flow time. */
public final class QuantityKey {

  private QuantityKey() {}

  /** In the address: "shift-norm-at-5.0". */
  public static String of(Quantity quantity) {
    return quantity.id() + quantity.flowTime().map(time -> "-at-" + time.train()).orElse("");
  }

  /** For a person: "Length of the shift ‖s‖ at τ = 5". */
  public static String title(Quantity quantity) {
    return quantity.title()
        + quantity.flowTime().map(time -> " at " + SayTimes.one(time)).orElse("");
  }
}
