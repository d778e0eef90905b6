package org.shiftscope.compute.claim;

import java.util.OptionalInt;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.shiftscope.compute.result.ClaimEvidence;

/**
 * How many draws would decide: were effect and spread those that were seen, a test of n draws with
 * n = ((z_α + z_β) / d)² decides with a power of 1 − β = 0.8, d the effect in deviations of one
 * draw. For a rank test that is Noether's formula (1987), d in deviations of one draw's statistic
 * without a trend, which are known; where the deviation is estimated, as for t-tests, z_α² / 2 is
 * added (Guenther 1981). The effect that was seen has its own error, so that this is a plan, no
 * promise.
 */
final class NeededDraws {

  private static final double POWER = 0.8;

  /** Above, the number says only that the effect is next to nothing. */
  private static final int MOST = 10_000;

  private NeededDraws() {}

  /**
   * The number.
   *
   * @param level of the two one-sided tests together, after the page's correction
   * @return empty where the effect's distance in deviations is not known, or hardly any; at least
   *     one more than there are
   */
  static OptionalInt of(ClaimEvidence evidence, double level) {
    if (evidence.draws() < WeighMeans.FEWEST) {
      return OptionalInt.of(WeighMeans.FEWEST);
    }
    var normal = new NormalDistribution();
    double z = normal.inverseCumulativeProbability(1 - level / 2);
    double sum = z + normal.inverseCumulativeProbability(POWER);
    double estimated = evidence.spreadIsKnown() ? 0 : z * z / 2;
    double needed = Math.ceil(Math.pow(sum / evidence.deviations(), 2) + estimated);
    return needed <= MOST
        ? OptionalInt.of(Math.max((int) needed, evidence.draws() + 1))
        : OptionalInt.empty();
  }
}
