package org.shiftscope.compute.statistics;

import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.spec.Named;

/**
 * A test of equivalence: that a quantity lies within a margin of a value, by two one-sided t-tests
 * at 5 % each (Schuirmann 1987), which is the same as its 90 % interval lying within the margins.
 *
 * @param interval the 90 % interval of the quantity
 * @param pValue the larger of the two tests
 * @param verdict what follows at 5 %
 */
public record TwoOneSidedTests(ConfidenceInterval interval, double pValue, Verdict verdict) {

  private static final double LEVEL = 0.05;

  /** What the tests say. */
  public enum Verdict implements Named {
    /** The interval lies within the margins. */
    EQUIVALENT("Equivalent"),
    /** It lies outside of them. */
    DIFFERENT("Different"),
    /** It lies across a margin: more flow time or more seeds would tell. */
    UNDECIDED("Undecided");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * Tests whether a quantity lies within {@code target} ± {@code margin}.
   *
   * @param margin above 0, in units of the quantity
   */
  public static TwoOneSidedTests of(Uncertain estimate, double target, double margin) {
    var t = new TDistribution(estimate.freedom());
    double half = t.inverseCumulativeProbability(1 - LEVEL) * estimate.error();
    var interval = new ConfidenceInterval(estimate.value() - half, estimate.value() + half);
    double above = (estimate.value() - (target - margin)) / estimate.error();
    double below = (estimate.value() - (target + margin)) / estimate.error();
    double pValue = Math.max(1 - t.cumulativeProbability(above), t.cumulativeProbability(below));
    return new TwoOneSidedTests(interval, pValue, verdict(pValue, interval, target, margin));
  }

  private static Verdict verdict(
      double pValue, ConfidenceInterval interval, double target, double margin) {
    if (pValue < LEVEL) {
      return Verdict.EQUIVALENT;
    }
    return interval.low() > target + margin || interval.high() < target - margin
        ? Verdict.DIFFERENT
        : Verdict.UNDECIDED;
  }
}
