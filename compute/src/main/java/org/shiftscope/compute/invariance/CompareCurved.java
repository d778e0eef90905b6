package org.shiftscope.compute.invariance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.Series;

/**
 * Compares the terms where the map is curved: to first order in the distances of the points from
 * θ_te. All points are moved towards θ_te by a factor h, halved three times; what a term of φ
 * differs from that of θ by must then fall as h.
 *
 * <p>Where the gradient g does not vanish, the Hessian in φ is JᵀHJ + Σ g_k ∂²θ_k: a term more, of
 * no lower order than JᵀHJ itself. It is taken off before the order is judged. It is no error: the
 * slope gᵀs loses by the same map what the Hessian gains by it, so that gᵀs + ½ sᵀHs, the second
 * order of one and the same rise of the loss, keeps its order without anything taken off.
 *
 * @param tolerance the largest relative change of what must be the same in any coordinates, and a
 *     change of a term that counts as none
 */
public record CompareCurved(double tolerance) {

  /** h. */
  public static final List<Double> SCALES = List.of(1.0, 0.5, 0.25, 0.125);

  /** An order of one, told from two changes that hold the next order too. */
  private static final double LEAST_ORDER = 0.75;

  /** Lagrange's weights of the scales at h = 0. */
  private static final List<Double> AT_ZERO = List.of(-1 / 21.0, 2 / 3.0, -8 / 3.0, 64 / 21.0);

  /** What counts as nothing left at h = 0, in parts of the last changes. */
  private static final double NOTHING = 0.1;

  private static final NamedTerm SECOND_ORDER =
      new NamedTerm(
          "second-order",
          "Second order gᵀs + ½ sᵀHs",
          1,
          terms -> terms.shiftSlope() + terms.shiftCurvature());

  /**
   * What was measured in φ at one h.
   *
   * @param terms in φ
   * @param slopeTerm the same of Σ g_k ∂²θ_k in place of the Hessian
   */
  public record AtScale(Terms terms, Terms slopeTerm) {}

  /**
   * Follows each term that is the same to first order alone.
   *
   * @param theta in θ, at h = 1
   * @param phi in φ, by {@link #SCALES}
   */
  public List<Approach> approach(Terms theta, List<AtScale> phi) {
    List<Approach> all = new ArrayList<>();
    for (NamedTerm term : NamedTerm.ALL) {
      if (term.power() > 0) {
        all.add(
            approach(
                term,
                scaled -> Math.pow(scaled, term.power()) * term.of(theta),
                term.power() == 2,
                phi));
      }
    }
    all.add(
        approach(
            SECOND_ORDER,
            scaled -> scaled * theta.shiftSlope() + scaled * scaled * theta.shiftCurvature(),
            false,
            phi));
    return all;
  }

  /** {@code inTheta}: the term in θ at h, exactly, since it is linear or quadratic there. */
  private static Approach approach(
      NamedTerm term, ToDoubleFunction<Double> inTheta, boolean ofHessian, List<AtScale> phi) {
    int count = SCALES.size();
    double[] change = new double[count];
    double[] correction = new double[count];
    double[] corrected = new double[count];
    for (int i = 0; i < count; i++) {
      double theta = inTheta.applyAsDouble(SCALES.get(i));
      change[i] = term.of(phi.get(i).terms()) / theta - 1;
      correction[i] = ofHessian ? term.of(phi.get(i).slopeTerm()) / theta : 0;
      corrected[i] = change[i] - correction[i];
    }
    return new Approach(
        term.id(),
        term.title(),
        new Series(SCALES),
        Series.of(change),
        order(change),
        Series.of(correction),
        Series.of(corrected),
        order(corrected));
  }

  /** log₂ of the fall over the last halving. */
  private static double order(double[] change) {
    int last = change.length - 1;
    return Math.log(Math.abs(change[last - 1] / change[last])) / Math.log(2);
  }

  /** Judges: what must be the same in any coordinates first, then the orders. */
  public List<Term> terms(Terms theta, Terms phi, List<Approach> approaches) {
    var same = new CompareLinear(tolerance);
    List<Term> terms = new ArrayList<>();
    NamedTerm.ALL.stream()
        .filter(term -> term.power() == 0)
        .forEach(
            term ->
                terms.add(
                    same.term(
                        term.id(), term.title(), term.of(theta), term.of(phi), Optional.empty())));
    approaches.forEach(approach -> terms.add(term(approach, theta, phi)));
    return terms;
  }

  /**
   * Whether the change falls as h or faster. Where its first order is small by chance it goes
   * through 0, and the last halving tells no order: then what is left at h = 0, by the cubic
   * through all four scales, must be nothing beside the last two changes.
   */
  static boolean isOfFirstOrder(Approach approach) {
    Series change = approach.corrected();
    int last = change.size() - 1;
    double left = 0;
    for (int i = 0; i <= last; i++) {
      left += AT_ZERO.get(i) * change.get(i);
    }
    double lasts = Math.max(Math.abs(change.get(last)), Math.abs(change.get(last - 1)));
    return approach.correctedOrder() >= LEAST_ORDER || Math.abs(left) <= NOTHING * lasts;
  }

  private Term term(Approach approach, Terms theta, Terms phi) {
    NamedTerm term =
        NamedTerm.ALL.stream()
            .filter(each -> each.id().equals(approach.id()))
            .findFirst()
            .orElse(SECOND_ORDER);
    boolean none =
        Arrays.stream(approach.corrected().toArray())
            .allMatch(change -> Math.abs(change) <= tolerance);
    return new Term(
        term.id(),
        term.title(),
        term.of(theta),
        term.of(phi),
        CompareLinear.change(term.of(theta), term.of(phi)),
        "the same to first order",
        LEAST_ORDER,
        none || isOfFirstOrder(approach),
        Optional.empty());
  }
}
