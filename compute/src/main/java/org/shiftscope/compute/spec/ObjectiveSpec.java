package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.FormulaCurve;
import org.shiftscope.compute.curve.GaussianSum;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.formula.FormulaRefused;

/**
 * The train loss of a landscape in one dimension: −Σᵢ weightᵢ N(x; minimumᵢ, sigmaᵢ²), plus a
 * formula.
 *
 * @param gaussians the Gaussians; none where there is a formula alone
 * @param formula in x, as a person types it; empty where there are Gaussians alone
 */
public record ObjectiveSpec(
    @Default("{\"minima\": [], \"weights\": [], \"sigmas\": []}") Gaussians gaussians,
    @Default("") String formula) {

  /** The name of the variable. */
  static final String VARIABLE = "x";

  public ObjectiveSpec {
    formula = formula.strip();
    var problems = new Problems();
    if (!formula.isEmpty()) {
      checkFormula(problems, "formula", formula);
    }
    problems.require(
        !formula.isEmpty() || !gaussians.minima().isEmpty(),
        "formula",
        "is needed where there are no Gaussians",
        "");
    problems.refuseIfAny();
  }

  /** The train loss as a curve. */
  Curve curve() {
    List<Curve> parts = new ArrayList<>();
    if (!gaussians.minima().isEmpty()) {
      parts.add(new GaussianSum(gaussians.minima(), gaussians.weights(), gaussians.sigmas()));
    }
    if (!formula.isEmpty()) {
      parts.add(curve(formula));
    }
    return LossLandscape.sum(parts);
  }

  static Curve curve(String formula) {
    return new FormulaCurve(Formula.parse(formula, List.of(VARIABLE)));
  }

  static boolean checkFormula(Problems problems, String field, String text) {
    try {
      Formula.parse(text, List.of(VARIABLE));
      return true;
    } catch (FormulaRefused refused) {
      problems.require(false, field, String.valueOf(refused.getMessage()), "");
      return false;
    }
  }

  /**
   * Gaussians, which make minima where their weight is above 0.
   *
   * @param minima their centres, at most 50 distinct numbers from −1e6 to 1e6
   * @param weights their areas, −1e6 to 1e6, as many
   * @param sigmas their standard deviations, 1e-6 to 1e6, as many
   */
  public record Gaussians(
      @Items(most = MOST) @Within(least = -LARGEST, most = LARGEST) List<Double> minima,
      @Within(least = -LARGEST, most = LARGEST) List<Double> weights,
      @Within(least = 1 / LARGEST, most = LARGEST) List<Double> sigmas) {

    private static final int MOST = 50;
    private static final double LARGEST = 1e6;

    public Gaussians {
      minima = List.copyOf(minima);
      weights = List.copyOf(weights);
      sigmas = List.copyOf(sigmas);
      var problems = new Problems();
      problems.items(
          Gaussians.class, "minima", "minima", minima, "must be at most " + MOST + " numbers");
      problems.require(
          new HashSet<>(minima).size() == minima.size(),
          "minima",
          "must differ from one another",
          minima);
      as(problems, "weights", weights, minima);
      as(problems, "sigmas", sigmas, minima);
      range(problems, "minima", minima);
      range(problems, "weights", weights);
      range(problems, "sigmas", sigmas);
      problems.refuseIfAny();
    }

    /** No Gaussians. */
    public static Gaussians none() {
      return new Gaussians(List.of(), List.of(), List.of());
    }

    private static void as(
        Problems problems, String field, List<Double> values, List<Double> minima) {
      problems.require(
          values.size() == minima.size(),
          field,
          "must be as many as the " + minima.size() + " minima",
          values.size());
    }

    private static void range(Problems problems, String field, List<Double> values) {
      for (int i = 0; i < values.size(); i++) {
        problems.within(Gaussians.class, field, field + "[" + i + "]", values.get(i));
      }
    }
  }
}
