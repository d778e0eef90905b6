package org.shiftscope.compute.invariance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;

/**
 * Compares the terms where the map is linear: each must be the same but for round-off.
 *
 * @param tolerance the largest relative change
 */
public record CompareLinear(double tolerance) {

  /**
   * Compares the terms of Eqs 3 and 4.
   *
   * @param single both computed in float32, θ and φ
   */
  public List<Term> terms(Terms theta, Terms phi, List<Terms> single) {
    List<Term> terms = new ArrayList<>();
    for (NamedTerm term : NamedTerm.ALL) {
      terms.add(
          term(
              term.id(),
              term.title(),
              term.of(theta),
              term.of(phi),
              single.size() < 2
                  ? Optional.empty()
                  : Optional.of(change(term.of(single.getFirst()), term.of(single.getLast())))));
    }
    return terms;
  }

  /** Compares the lines, each at the point where it changed most. */
  public List<Term> lines(LineLosses theta, LineLosses phi) {
    return List.of(
        line("line-test", "Test loss on the line", theta.test(), phi.test()),
        line("line-train", "Train loss on the line", theta.train(), phi.train()));
  }

  private Term line(String id, String title, List<Double> theta, List<Double> phi) {
    int worst = 0;
    for (int i = 0; i < theta.size(); i++) {
      if (!(change(theta.get(i), phi.get(i)) <= change(theta.get(worst), phi.get(worst)))) {
        worst = i;
      }
    }
    return term(id, title, theta.get(worst), phi.get(worst), Optional.empty());
  }

  /** A number that must be the same. */
  Term term(String id, String title, double theta, double phi, Optional<Double> single) {
    double change = change(theta, phi);
    return new Term(
        id, title, theta, phi, change, Term.SAME, tolerance, change <= tolerance, single);
  }

  /** |φ − θ| / |θ|; 0 where both are the same number, 0 included. */
  static double change(double theta, double phi) {
    return theta == phi ? 0 : Math.abs(phi - theta) / Math.abs(theta);
  }
}
