package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.curve.CoordinateMap;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.landscape.CoordinateComparison.Law;
import org.shiftscope.compute.landscape.CoordinateComparison.Moved;
import org.shiftscope.compute.landscape.CoordinateComparison.Term;

/**
 * Compares a landscape's terms in x and in φ = r(x) (Appendix C), at one temperature, and as the
 * shift is halved and the temperature quartered three times: so s and √Σ shrink alike, and what is
 * the same to first order shows its order.
 */
public final class CompareCoordinates {

  static final int HALVINGS = 3;

  /** Rounding may hide an order by a little: it is 1 where the next order is small beside it. */
  public static final double LEAST_ORDER = 0.8;

  private final double tolerance;
  private final boolean linear;
  private final List<CoordinateTerms> inX = new ArrayList<>();
  private final List<CoordinateTerms> inPhi = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final List<Moved> moved = new ArrayList<>();

  private CompareCoordinates(boolean linear, double tolerance) {
    this.linear = linear;
    this.tolerance = tolerance;
  }

  /**
   * Compares.
   *
   * @param map strictly monotone on the domain, and there moved by the shift
   * @param temperature T, above 0
   * @param tolerance the largest relative change of what should be the same
   */
  public static CoordinateComparison of(
      LossLandscape landscape, CoordinateMap map, double temperature, double tolerance) {
    var compare = new CompareCoordinates(map.isLinear(), tolerance);
    compare.compute(landscape, map, temperature);
    compare.rows();
    return new CoordinateComparison(compare.terms, compare.moved);
  }

  private void compute(LossLandscape landscape, CoordinateMap map, double temperature) {
    Terrain whole = Terrain.of(landscape);
    SteadyInPhi steady = new SteadyInPhi(new ChangedLandscape(landscape, map), whole);
    for (int i = 0; i <= HALVINGS; i++) {
      var shrunk =
          new LossLandscape(
              landscape.train(),
              Math.scalb(landscape.shift(), -i),
              landscape.noise(),
              landscape.from(),
              landscape.to());
      Terrain terrain = i == 0 ? whole : Terrain.of(shrunk);
      double cooled = Math.scalb(temperature, -2 * i);
      inX.add(TermsInX.of(terrain, cooled));
      inPhi.add(TermsInPhi.of(new ChangedLandscape(shrunk, map), terrain, steady, cooled));
    }
  }

  private void rows() {
    loss("expected-test-loss", "E[L_te]", Law.SAME, CoordinateTerms::testLoss);
    loss("expected-train-loss", "E[L_tr]", Law.SAME, CoordinateTerms::trainLoss);
    loss("sum", "Eq. 4", Law.FIRST_ORDER, CoordinateTerms::sum);
    for (int k = 0; k < inX.getFirst().basins().size(); k++) {
      basin(k);
    }
  }

  private void basin(int k) {
    String id = "-" + (k + 1);
    ToDoubleFunction<CoordinateTerms> probability = at(k, BasinTerms::probability);
    add("probability" + id, "Probability" + of(k), Law.SAME, probability, probability);
    loss("train-loss" + id, "L_tr at the minimum" + of(k), Law.SAME, at(k, BasinTerms::trainLoss));
    loss("test-loss" + id, "L_te at the minimum" + of(k), Law.SAME, at(k, BasinTerms::testLoss));
    first(k, "weight", "Weight, Eq. 6", BasinTerms::weight);
    first(k, "shift-curvature", "½ sᵀHs", BasinTerms::shiftCurvature);
    first(k, "covariance-curvature", "½ tr(HΣ)", BasinTerms::covarianceCurvature);
    higher(k, "cross", "sᵀHb", BasinTerms::cross);
    higher(k, "bias-curvature", "½ bᵀHb", BasinTerms::biasCurvature);
    moved(k, "curvature", "H", BasinTerms::curvature);
    moved(k, "shift", "s", BasinTerms::shift);
    moved(k, "bias", "b", BasinTerms::bias);
    moved(k, "variance", "Σ", BasinTerms::variance);
  }

  private static String of(int k) {
    return " of basin " + (k + 1);
  }

  private static ToDoubleFunction<CoordinateTerms> at(int k, ToDoubleFunction<BasinTerms> number) {
    return all -> number.applyAsDouble(all.basins().get(k));
  }

  private void first(int k, String id, String title, ToDoubleFunction<BasinTerms> number) {
    add(id + "-" + (k + 1), title + of(k), Law.FIRST_ORDER, at(k, number), at(k, number));
  }

  private void higher(int k, String id, String title, ToDoubleFunction<BasinTerms> number) {
    ToDoubleFunction<CoordinateTerms> scale =
        at(k, basin -> Math.abs(basin.shiftCurvature()) + Math.abs(basin.covarianceCurvature()));
    add(id + "-" + (k + 1), title + of(k), Law.HIGHER_ORDER, at(k, number), scale);
  }

  private void moved(int k, String id, String title, ToDoubleFunction<BasinTerms> number) {
    double x = at(k, number).applyAsDouble(inX.getFirst());
    double phi = at(k, number).applyAsDouble(inPhi.getFirst());
    if (Double.isFinite(x) && Double.isFinite(phi)) {
      moved.add(new Moved(id + "-" + (k + 1), title + of(k), x, phi));
    }
  }

  /** A loss changes by a share of all losses' size: a minimum's own may be 0. */
  private void loss(String id, String title, Law law, ToDoubleFunction<CoordinateTerms> number) {
    add(
        id,
        title,
        law,
        number,
        all ->
            Math.abs(number.applyAsDouble(all))
                + Math.abs(all.trainLoss())
                + Math.abs(all.testLoss()));
  }

  /**
   * A term; where it has no number in x, as a weight beside a minimum of order 10, it is left out.
   */
  private void add(
      String id,
      String title,
      Law curved,
      ToDoubleFunction<CoordinateTerms> number,
      ToDoubleFunction<CoordinateTerms> scale) {
    double x = number.applyAsDouble(inX.getFirst());
    if (!Double.isFinite(x)) {
      return;
    }
    Law law = linear ? Law.SAME : curved;
    List<Double> changes =
        IntStream.rangeClosed(0, law == Law.SAME ? 0 : HALVINGS)
            .mapToObj(i -> change(i, number, scale))
            .toList();
    double order = order(changes);
    boolean holds =
        Math.abs(changes.getLast()) <= tolerance || (law != Law.SAME && order >= LEAST_ORDER);
    terms.add(
        new Term(
            id,
            title,
            x + 0.0, // no −0.0
            number.applyAsDouble(inPhi.getFirst()) + 0.0,
            law,
            changes,
            order,
            holds));
  }

  private double change(
      int i, ToDoubleFunction<CoordinateTerms> number, ToDoubleFunction<CoordinateTerms> scale) {
    double x = number.applyAsDouble(inX.get(i));
    double phi = number.applyAsDouble(inPhi.get(i));
    return x == phi ? 0 : (phi - x) / Math.abs(scale.applyAsDouble(inX.get(i)));
  }

  private double order(List<Double> changes) {
    int last = changes.size() - 1;
    return last == 0 || Math.abs(changes.get(last)) <= tolerance
        ? Double.NaN
        : Math.log(Math.abs(changes.get(last - 1) / changes.get(last))) / Math.log(2);
  }
}
