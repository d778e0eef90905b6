package org.shiftscope.ui.kind.invariance;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of a check. */
final class InvarianceColumns {

  static final List<TrialColumn> ALL =
      List.of(
          of("Terms", found -> found.certificate().terms()),
          of("Failed", found -> found.certificate().failed()),
          of("Maps", found -> found.maps().size()),
          of(
              "Maps that hold",
              found -> found.maps().stream().filter(InOtherCoordinates::holds).count()));

  private InvarianceColumns() {}

  private static TrialColumn of(String head, ToDoubleFunction<InvarianceMeasurement> value) {
    return TrialColumn.of(InvarianceMeasurement.class, head, value);
  }
}
