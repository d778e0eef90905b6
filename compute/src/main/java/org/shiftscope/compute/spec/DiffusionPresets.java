package org.shiftscope.compute.spec;

import java.util.List;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;

/** The specs to start from on the diffusion picture and what it assumes. */
final class DiffusionPresets {

  private static final CurrentSpec CURRENT = new CurrentSpec(2_048, 4_000, 0.01, 24);
  private static final Domain SQUARE = new Domain(-3, 3, -3, 3);

  private DiffusionPresets() {}

  static List<Preset> all() {
    return List.of(
        counterExample(),
        isotropic(),
        commuting(),
        independent(),
        realModel(),
        accuracy(),
        overparametrized());
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

  private static Preset assumption(String id, String title, String explanation, Formulas formulas) {
    return new Preset(
        id,
        title,
        explanation,
        new AssumptionCheck(
            title, formulas, new Temperatures.Listed(List.of(0.4)), new Seeds(List.of(0L))));
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

  private static Preset accuracy() {
    String title = "Accuracy of diffusion: digits";
    return new Preset(
        "diffusion-digits",
        title,
        "The cumulants of the gradient's noise of a small network on the digits, the Kramers-Moyal terms that follow, and the"
            + " weak error of the Langevin equation as the learning rate is halved. Tens of seconds on two cores.",
        new DiffusionAccuracy(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 3),
                new Seeds(List.of(0L, 1L)),
                new SgdSpec(32, 60, 10_000, 1e-5)),
            new WeakErrorSpec(ScalarModel.LOGISTIC, 20, 1, 0.2, 5, 6)));
  }

  private static Preset overparametrized() {
    String title = "More parameters than samples: digits";
    return new Preset(
        "overparametrized-digits",
        title,
        "A network of 2,410 parameters on 150 digits: ranks, the span of the samples' gradients, the shift projected to it, and"
            + " the modified SGD where its steady state is known. Half a minute on two cores.",
        new OverparametrizedShift(
            title,
            new TrainingSpec(
                new DatasetSpec(DatasetName.DIGITS, 150, 150),
                new NetworkSpec.Mlp(List.of(32), Activation.TANH, 1),
                new Temperatures.Logarithmic(2e-3, 2e-2, 3),
                new Seeds(List.of(0L, 1L)),
                new SgdSpec(10, 60, 10_000, 1e-3)),
            new Flow(5, 5, new Integrator.Adaptive(1e-5)),
            new ModifiedSgdSpec(4, 8, 0.3, 1, 2, 200, 100)));
  }
}
