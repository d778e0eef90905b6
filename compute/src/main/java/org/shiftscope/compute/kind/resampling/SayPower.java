package org.shiftscope.compute.kind.resampling;

import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ResamplingFindings.PowerLaw;

/** Says how fast a quantity goes with the sample size. */
final class SayPower {

  private SayPower() {}

  static String of(PowerLaw power) {
    return " It goes as n^{"
        + SayNumber.correlation(-power.exponent())
        + "}, with γ = "
        + SayNumber.correlation(power.exponent())
        + SayNumber.correlations(power.interval())
        + ".";
  }
}
