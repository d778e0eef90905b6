package org.shiftscope.compute.invariance;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;

/** Says what became of the terms under one map. */
public final class SayInvariance {

  /** What the slope adds to a term that is worth a word, in parts of the term. */
  private static final double WORTH_A_WORD = 1e-3;

  private SayInvariance() {}

  /** Says it, with what moved beside. */
  public static String of(
      boolean linear, List<Term> terms, List<Moved> moved, List<Approach> approaches) {
    List<Term> failed = terms.stream().filter(term -> !term.holds()).toList();
    String found =
        failed.isEmpty()
            ? "All "
                + terms.size()
                + " terms are "
                + (linear ? same(terms) : orders(terms, approaches))
            : failed.size()
                + " of "
                + terms.size()
                + " terms are not what they should be: "
                + failed.stream().map(SayInvariance::failed).collect(Collectors.joining("; "));
    return found + moved(moved) + "." + slope(approaches);
  }

  private static String same(List<Term> terms) {
    double largest = terms.stream().mapToDouble(Term::change).max().orElse(0);
    return "the same within "
        + SayNumber.significant(terms.getFirst().tolerance())
        + " (largest relative change "
        + SayNumber.significant(largest, 2)
        + ")";
  }

  /** The least: a change that goes through 0 has a large one by chance. */
  private static String orders(List<Term> terms, List<Approach> approaches) {
    List<Term> same = terms.stream().filter(Term::mustBeSame).toList();
    return "what they should be: "
        + (same.isEmpty()
            ? ""
            : same.size()
                + " the same within "
                + SayNumber.significant(same.getFirst().tolerance())
                + ", ")
        + (terms.size() - same.size())
        + " to first order in the shift, with orders of "
        + SayNumber.significant(
            approaches.stream().mapToDouble(Approach::correctedOrder).min().orElse(Double.NaN))
        + " or more";
  }

  private static String failed(Term term) {
    return term.title() + " changed by " + SayNumber.significant(term.change(), 2) + " of itself";
  }

  private static String moved(List<Moved> moved) {
    return moved.stream()
        .filter(each -> each.id().equals(CompareMoved.LARGEST))
        .findFirst()
        .map(
            each ->
                ", while the largest eigenvalue moved by a factor of "
                    + SayNumber.significant(each.factor()))
        .orElse("");
  }

  /** That of the shift-curvature, where it is worth a word. */
  private static String slope(List<Approach> approaches) {
    return approaches.stream()
        .filter(each -> each.id().equals("shift-curvature"))
        .filter(each -> Math.abs(each.correction().get(0)) > WORTH_A_WORD)
        .findFirst()
        .map(
            each ->
                " The test point is not critical, so the curved map adds gᵀ∂²θ to H, "
                    + SayNumber.percent(each.correction().get(0))
                    + " of ½ sᵀHs here: the orders are those after it is taken off.")
        .orElse("");
  }

  /** What a trial found under all its maps. */
  public static String whole(List<InOtherCoordinates> maps) {
    long failed =
        maps.stream().flatMap(map -> map.terms().stream()).filter(term -> !term.holds()).count();
    if (failed == 0) {
      return "All terms are what they should be under " + count(maps.size()) + ".";
    }
    return maps.stream()
        .filter(map -> !map.holds())
        .map(map -> map.map() + ": " + map.sentence())
        .collect(Collectors.joining(" "));
  }

  private static String count(int maps) {
    return maps == 1 ? "1 map" : maps + " maps";
  }
}
