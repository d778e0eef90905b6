package org.shiftscope.compute.kind.resampling;

import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ResamplingFindings.PowerLaw;

/** Says how fast a quantity goes with the sample size. */
final class SayPower {

  private SayPower() {}

  static String of(PowerLaw power) {
    return " It goes as 1 / n to the power of "
        + SayNumber.significant(power.exponent(), 2)
        + SayNumber.interval(power.interval())
        + ".";
  }
}
