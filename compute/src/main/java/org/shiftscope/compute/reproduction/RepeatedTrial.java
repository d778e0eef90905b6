package org.shiftscope.compute.reproduction;

import org.shiftscope.compute.spec.Named;

/**
 * What came of a trial that was run again.
 *
 * @param trial its number
 * @param verdict by all its numbers
 * @param quantity the number that differs most, by its path in the result's JSON; empty where none
 *     does
 * @param difference by how much, in shares of the largest number of its series
 * @param tolerance what it may differ by; 0 where the same bits are expected
 * @param sentence all of it, for a person
 */
public record RepeatedTrial(
    int trial,
    Verdict verdict,
    String quantity,
    double difference,
    double tolerance,
    String sentence) {

  /** How the numbers of both runs stand to each other. */
  public enum Verdict implements Named {
    /** Every number has the same bits. */
    IDENTICAL("Identical"),
    /** No number differs by more than what other kernels may do. */
    WITHIN_TOLERANCE("Within tolerance"),
    /** Some number differs by more, or the outcome does. */
    DIFFERENT("Different"),
    /** One of both has no result, yet or at all. */
    OPEN("Open");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
