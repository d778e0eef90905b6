package org.shiftscope.ui.form;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Dynamics.AntiPgd;
import org.shiftscope.compute.spec.Dynamics.Isotropic;
import org.shiftscope.compute.spec.Dynamics.Momentum;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SgdSpec.AtTemperature;
import org.shiftscope.compute.spec.SgdSpec.Scheduled;
import org.shiftscope.compute.spec.TrainedExperiment;

/** The fields of SGD, for kinds that train a network. */
final class SgdFields {

  private SgdFields() {}

  /** Which plan SGD follows. */
  static Field plan() {
    return NewField.chosen(
        "sgd.plan",
        "Plan",
        List.of(
            AtTemperature.NAME, "At each temperature, for one flow time",
            Scheduled.NAME, "A stated learning rate, with drops and momentum"),
        "The first compares temperatures, as the paper does; the second trains as in practice, at the one temperature T = η / B.");
  }

  static boolean isAtTemperature(Field plan) {
    return plan.is(AtTemperature.NAME);
  }

  /** The one plan where nothing else will do. */
  static Field schedule() {
    return NewField.chosen(
        "sgd.plan",
        "Plan",
        List.of(Scheduled.NAME, "A stated learning rate, with drops and momentum"),
        "At the one temperature T = η / B of its first step.");
  }

  static FieldSection section(Field plan) {
    return section("SGD", plan);
  }

  static FieldSection section(String title, Field plan) {
    Field dynamics = dynamics(plan);
    return new FieldSection(
        title,
        List.of(),
        List.of(
            plan,
            NewField.number(
                    "sgd.learningRate",
                    "Learning rate η",
                    "",
                    "Of the first step; it sets T = η / B.",
                    "0.1")
                .when(plan, Scheduled.NAME),
            NewField.number(
                "sgd.batchSize", "Batch size B", "samples", "Samples in a minibatch.", "32"),
            NewField.number(
                    "sgd.flowTime",
                    "Flow time",
                    "η · steps",
                    "The same for every temperature, so a lower T runs longer.",
                    "600")
                .when(plan, AtTemperature.NAME),
            NewField.number(
                    "sgd.maxEpochs",
                    "Most epochs",
                    "epochs",
                    "A trial that this stops early says so.",
                    "100000")
                .when(plan, AtTemperature.NAME),
            dynamics,
            NewField.number(
                    "sgd.dynamics.momentum",
                    "Momentum μ",
                    "",
                    "v ← μ v + g, θ ← θ − η v; 0 to below 1. T counts it: η = T · B · (1 − μ).",
                    "0.9")
                .when(() -> adds(plan, dynamics, Momentum.NAME)),
            NewField.number(
                    "sgd.dynamics.sigma",
                    "Noise σ",
                    "length",
                    "σ (ξ_{k+1} − ξ_k) is added to θ in each step, ξ normal. T does not count it.",
                    "0.001")
                .when(() -> adds(plan, dynamics, AntiPgd.NAME)),
            NewField.number(
                    "sgd.dynamics.epsilon",
                    "Noise ε",
                    "nats / length",
                    "ε ξ is added to the gradient of each sample, ξ normal. T does not count it.",
                    "0.1")
                .when(() -> adds(plan, dynamics, Isotropic.NAME)),
            NewField.number(
                    "sgd.epochs", "Epochs", "epochs", "Times that it goes through the data.", "100")
                .when(plan, Scheduled.NAME),
            NewField.number(
                    "sgd.momentum",
                    "Momentum μ",
                    "",
                    "v ← μ v + g, θ ← θ − η v; 0 for none, below 1.",
                    "0.9")
                .when(plan, Scheduled.NAME),
            NewField.numbers(
                    "sgd.drops",
                    "Drops",
                    "of the epochs",
                    "Shares at which the rate drops, such as 0.5, 0.75; empty for none.",
                    "0.5, 0.75")
                .when(plan, Scheduled.NAME),
            NewField.number(
                    "sgd.dropFactor", "Drop factor", "", "What each drop multiplies it by.", "0.1")
                .when(plan, Scheduled.NAME),
            NewField.number(
                "sgd.lambda",
                "L2 coefficient λ",
                "1 / length²",
                "Adds (λ/2)·‖θ‖² to the loss.",
                "1e-5")),
        (json, spec) -> sayRates(spec));
  }

  private static Field dynamics(Field plan) {
    return NewField.chosen(
            "sgd.dynamics.name",
            Shape.WORD_OR_NONE,
            "Dynamics",
            NewField.choices(
                List.of(
                    Shape.NONE, "Plain SGD",
                    Momentum.NAME, "Heavy-ball momentum",
                    AntiPgd.NAME, "Anti-PGD noise (Orvieto et al. 2022)",
                    Isotropic.NAME, "Isotropic noise (Eq. 13)")),
            "What SGD does beside plain steps, to compare with them at equal T.")
        .when(plan, AtTemperature.NAME);
  }

  private static boolean adds(Field plan, Field dynamics, String name) {
    return isAtTemperature(plan) && dynamics.is(name);
  }

  private static String sayRates(Optional<ExperimentSpec> spec) {
    return spec.filter(TrainedExperiment.class::isInstance)
        .map(TrainedExperiment.class::cast)
        .map(TrainedExperiment::training)
        .map(SayRates::of)
        .orElse("");
  }
}
