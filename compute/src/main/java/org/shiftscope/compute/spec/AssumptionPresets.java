package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;

/** Checks of Assumption 1 to start from. */
final class AssumptionPresets implements Supplier<List<Preset>> {

  private static final CurrentSpec CURRENT = new CurrentSpec(2_048, 4_000, 0.01, 24);
  private static final Domain SQUARE = new Domain(-3, 3, -3, 3);

  @Override
  public List<Preset> get() {
    return List.of(counterExample(), isotropic(), commuting(), independent(), realModel());
  }

  private static Preset counterExample() {
    return assumption(
        "assumption-counter-example",
        "Assumption 1 fails: noise that does not commute with the Hessian",
        "A quadratic loss with a constant noise along other axes: the curl is the same everywhere, and the steady state turns."
            + " Known exactly, and simulated. A few seconds.",
        new Formulas("x^2/2 + 2*y^2", "1", "0.6", "1", new Domain(-2, 2, -1, 1), 61, CURRENT));
  }

  private static Preset isotropic() {
    return assumption(
        "assumption-isotropic",
        "Assumption 1, case 1: noise in proportion to the loss",
        "C = c(θ) I with c = L/5, so that v = 5 (1 + T/10) ln L: no curl and no current, though the noise varies. A few seconds.",
        new Formulas(
            "1 + x^2 + 2*y^2",
            "0.2*(1 + x^2 + 2*y^2)",
            "0",
            "0.2*(1 + x^2 + 2*y^2)",
            SQUARE,
            61,
            CURRENT));
  }

  private static Preset commuting() {
    return assumption(
        "assumption-commuting",
        "Assumption 1, case 2: noise equal to the Hessian",
        "C = H of a quadratic loss: v = ½‖θ‖², whatever the axes. No curl and no current. A few seconds.",
        new Formulas("x^2 + x*y + y^2", "2", "1", "2", SQUARE, 61, CURRENT));
  }

  private static Preset independent() {
    return assumption(
        "assumption-independent",
        "Assumption 1, case 3: independent coordinates",
        "Two wells along x, and noise along each axis that depends on that axis alone: no curl and no current. A few seconds.",
        new Formulas(
            "(x^2 - 1)^2/2 + y^2",
            "0.5 + 0.2*x^2",
            "0",
            "0.5 + 0.1*y^2",
            new Domain(-2.5, 2.5, -2.5, 2.5),
            61,
            CURRENT));
  }

  private static Preset realModel() {
    String title = "Assumption 1 on a real model: two digits";
    return new Preset(
        "assumption-digits",
        title,
        "Logistic regression of eights against threes on four principal components: how far the field is from a gradient, at"
            + " the minimum and around it. A few seconds.",
        new AssumptionCheck(
            title,
            new DigitsRegression(3, 8, 4, 1e-3, 50),
            new Temperatures.Logarithmic(1e-3, 1e-1, 3),
            new Seeds(List.of(0L, 1L))));
  }

  private static Preset assumption(String id, String title, String explanation, Formulas formulas) {
    return new Preset(
        id,
        title,
        explanation,
        new AssumptionCheck(
            title, formulas, new Temperatures.Listed(List.of(0.4)), new Seeds(List.of(0L))));
  }
}
