package org.shiftscope.compute.result;

import java.util.Optional;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/**
 * What an experiment holds for or against a claim: one number, and two one-sided tests of it.
 *
 * @param subject what is looked at
 * @param effect the number, in which the claim is a range
 * @param test the tests' name
 * @param supports p, one-sided, of what was seen were the claim not so; NaN where nothing can be
 *     told
 * @param contradicts p, one-sided, of what was seen were the opposite not so; NaN as above
 * @param deviations the effect's distance from the end of its range that decides, in standard
 *     deviations of one draw: above 0 on the claim's side. It tells how many draws would decide.
 *     NaN where it is not known
 * @param spreadIsKnown whether the deviation is that of a rank statistic where nothing is claimed,
 *     which is known; else it is estimated from the draws
 * @param trials n
 * @param draws how many independent draws they are
 * @param drawn what is drawn: "seeds" or "splits"
 * @param sentence the number in words
 */
public record ClaimEvidence(
    Subject subject,
    Effect effect,
    String test,
    double supports,
    double contradicts,
    double deviations,
    boolean spreadIsKnown,
    int trials,
    int draws,
    String drawn,
    String sentence) {

  /**
   * What is looked at.
   *
   * @param claim the claim
   * @param id its name in JSON
   * @param title its name for a person
   * @param way by which way a claim is shown that has several, which must agree; empty for claims
   *     that have one
   * @param flowTime where points are ends of flows; empty for what has no flow time
   * @param tab where the page of the experiment draws it
   * @param figure the figure's id in that tab; empty for the tab as a whole
   */
  public record Subject(
      Claim claim,
      String id,
      String title,
      String way,
      Optional<FlowTime> flowTime,
      String tab,
      String figure) {}

  /**
   * A number with what is claimed of it.
   *
   * @param name what it is
   * @param value its value; NaN where it is not known
   * @param unit its unit; empty for a pure number
   * @param interval its 95 % interval
   * @param claimed the range that the claim says it lies in; an end is infinite where there is none
   */
  public record Effect(
      String name, double value, String unit, ConfidenceInterval interval, Claimed claimed) {}

  /**
   * A range of numbers.
   *
   * @param from its lower end; −∞ for none
   * @param to its upper end; +∞ for none
   */
  public record Claimed(double from, double to) {

    /** Numbers above 0. */
    public static final Claimed ABOVE_ZERO = new Claimed(0, Double.POSITIVE_INFINITY);

    /** Numbers below 0. */
    public static final Claimed BELOW_ZERO = new Claimed(Double.NEGATIVE_INFINITY, 0);

    /** A value give or take a margin. */
    public static Claimed about(double value, double margin) {
      return new Claimed(value - margin, value + margin);
    }

    /** Whether an interval lies in it. */
    public boolean holds(ConfidenceInterval interval) {
      return interval.low() >= from && interval.high() <= to;
    }

    /** Whether an interval lies outside of it. */
    public boolean excludes(ConfidenceInterval interval) {
      return interval.high() < from || interval.low() > to;
    }
  }
}
