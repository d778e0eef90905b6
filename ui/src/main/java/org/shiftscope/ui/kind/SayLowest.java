package org.shiftscope.ui.kind;

import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.stream.Collectors;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.ui.wording.FormatNumber;

/** Says of the lower end of a spectrum what is known, and no more. */
public final class SayLowest {

  private SayLowest() {}

  /** The smallest, or what it lies between. */
  public static String smallest(LowestEigenvalues lowest) {
    if (lowest.resolved()) {
      return significant(lowest.atMost());
    }
    String between =
        "between " + significant(lowest.atLeast()) + " and " + significant(lowest.atMost());
    return lowest.atLeast() < 0 && lowest.atMost() > 0
        ? between + ": its sign is not resolved"
        : between;
  }

  /** The lower bound: "≥ 1.79e-4". */
  public static String atLeast(LowestEigenvalues lowest) {
    return "≥ " + significant(lowest.atLeast());
  }

  /** All that were found, ascending. */
  public static String all(LowestEigenvalues lowest) {
    return lowest.values().values().stream()
        .map(FormatNumber::significant)
        .collect(Collectors.joining(", "));
  }
}
