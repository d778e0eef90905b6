package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

class TwoOneSidedTestsTest {

  /** t = 2 and 1.812 of 10 degrees of freedom in any table. */
  @Test
  void pAndIntervalAreThoseOfTheTables() {
    TwoOneSidedTests test = TwoOneSidedTests.of(new Uncertain(1, 0.05, 10), 1, 0.1);

    assertThat(test.pValue()).isEqualTo(0.03669, within(1e-5));
    assertThat(test.interval().high() - 1).isEqualTo(1.8125 * 0.05, within(1e-5));
    assertThat(test.verdict()).isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void acrossAMarginItIsUndecidedAndBeyondItIsDifferent() {
    assertThat(TwoOneSidedTests.of(new Uncertain(1.08, 0.05, 10), 1, 0.1).verdict())
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(TwoOneSidedTests.of(new Uncertain(1.3, 0.05, 10), 1, 0.1).verdict())
        .isEqualTo(Verdict.DIFFERENT);
  }

  /** The truth on the margin is the worst case: 5 % of 4,000 is 200, and four deviations are 55. */
  @Test
  void onTheMarginItIsCalledEquivalentInOneOfTwenty() {
    UniformRandomProvider random = RandomStreams.of(5).fastGenerator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    int called = 0;
    for (int i = 0; i < 4_000; i++) {
      double[] ten = new double[10];
      for (int k = 0; k < 10; k++) {
        ten[k] = 1.1 + 0.05 * normal.sample();
      }
      Spread spread = Spread.of(ten);
      var estimate = new Uncertain(spread.mean(), spread.error(), 9);
      called += TwoOneSidedTests.of(estimate, 1, 0.1).verdict() == Verdict.EQUIVALENT ? 1 : 0;
    }
    assertThat(called).isBetween(145, 255);
  }
}
