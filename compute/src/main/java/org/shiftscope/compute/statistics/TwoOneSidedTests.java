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

  /** Of fewer draws nothing is claimed: they have hardly a spread by which it would be judged. */
  private static final int FEWEST_DRAWS = 3;

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

  /**
   * Tests whether a mean difference is 0 give or take a margin, where there may be too little to
   * tell: below three draws, and without a margin, it is undecided, interval and p are NaN.
   *
   * @param margin in units of the difference; NaN or 0 where there is none
   */
  public static TwoOneSidedTests ofDifference(Uncertain difference, double margin) {
    return tells(difference, margin)
        ? of(withError(difference), 0, margin)
        : new TwoOneSidedTests(ConfidenceInterval.none(), Double.NaN, Verdict.UNDECIDED);
  }

  /**
   * The other claim of that test, p one-sided: of a difference as far beyond the margin as was
   * seen, were it within. Below 5 % where the interval lies outside of the margins.
   *
   * @return NaN where {@link #ofDifference} tells nothing
   */
  public static double beyond(Uncertain difference, double margin) {
    if (!tells(difference, margin)) {
      return Double.NaN;
    }
    double beyond = (Math.abs(difference.value()) - margin) / withError(difference).error();
    return new TDistribution(difference.freedom()).cumulativeProbability(-beyond);
  }

  private static boolean tells(Uncertain difference, double margin) {
    return difference.freedom() >= FEWEST_DRAWS - 1 && difference.error() >= 0 && margin > 0;
  }

  /** Runs that agree to the last bit have no error, and t no value. */
  private static Uncertain withError(Uncertain difference) {
    return new Uncertain(
        difference.value(), Math.max(difference.error(), Double.MIN_NORMAL), difference.freedom());
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
