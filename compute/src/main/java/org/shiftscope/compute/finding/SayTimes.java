package org.shiftscope.compute.finding;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.FlowTime;

/** Says flow times. */
public final class SayTimes {

  private SayTimes() {}

  /** "τ = 5", or "τ = 5 (train) and 1 (test)". */
  public static String one(FlowTime time) {
    return "τ = " + number(time);
  }

  /** "τ = 1, 5". */
  public static String all(List<FlowTime> times) {
    return "τ = " + times.stream().map(SayTimes::number).collect(Collectors.joining(", "));
  }

  private static String number(FlowTime time) {
    String train = SayNumber.significant(time.train());
    return time.train() == time.test()
        ? train
        : train + " (train) and " + SayNumber.significant(time.test()) + " (test)";
  }
}
