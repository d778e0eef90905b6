package org.shiftscope.compute.landscape;

import java.util.List;

/**
 * A landscape's terms of Eqs 3 to 6 in x and in φ = r(x), side by side.
 *
 * @param terms those that should be the same, or become so
 * @param moved those that need not
 */
public record CoordinateComparison(List<Term> terms, List<Moved> moved) {

  public CoordinateComparison {
    terms = List.copyOf(terms);
    moved = List.copyOf(moved);
  }

  /** Whether every term is what it should be. */
  public boolean holds() {
    return terms.stream().allMatch(Term::holds);
  }

  /** What a term should do. */
  public enum Law {
    /** Be the same but for rounding. */
    SAME,
    /**
     * Change by a share of itself that halves, or falls faster, as the shift is halved and the
     * temperature quartered.
     */
    FIRST_ORDER,
    /**
     * The same, by a share of ½ sᵀHs + ½ tr(HΣ): by itself it is as small as what Appendix C leaves
     * out.
     */
    HIGHER_ORDER
  }

  /**
   * A term.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param inX its value in x
   * @param inPhi its value in φ, computed anew
   * @param law what it should do
   * @param changes by what share it changes, with its sign: as it is, and with the shift halved and
   *     the temperature quartered, once, twice and three times; for {@link Law#SAME} as it is alone
   * @param order the exponent of the shift in the size of the change, from the last two; NaN where
   *     there is no change to speak of
   * @param holds whether it does what it should
   */
  public record Term(
      String id,
      String title,
      double inX,
      double inPhi,
      Law law,
      List<Double> changes,
      double order,
      boolean holds) {

    public Term {
      changes = List.copyOf(changes);
    }
  }

  /**
   * What need not be the same.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param inX its value in x
   * @param inPhi its value in φ
   */
  public record Moved(String id, String title, double inX, double inPhi) {}
}
