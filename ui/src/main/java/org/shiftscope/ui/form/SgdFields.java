package org.shiftscope.ui.form;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.TrainedExperiment;

/** The fields of SGD, for kinds that train a network. */
final class SgdFields {

  private SgdFields() {}

  static FieldSection section() {
    return new FieldSection(
        "SGD",
        List.of(),
        List.of(
            NewField.number(
                "sgd.batchSize",
                "Batch size B",
                "samples",
                "Samples in a minibatch; the learning rate is T · B.",
                "32"),
            NewField.number(
                "sgd.flowTime",
                "Flow time",
                "η · steps",
                "The same for every temperature, so a lower T runs longer.",
                "600"),
            NewField.number(
                "sgd.maxEpochs",
                "Most epochs",
                "epochs",
                "A trial that this stops early says so.",
                "100000"),
            NewField.number(
                "sgd.lambda",
                "L2 coefficient λ",
                "1 / length²",
                "Adds (λ/2)·‖θ‖² to the loss.",
                "1e-5")),
        (json, spec) -> sayRates(spec));
  }

  private static String sayRates(Optional<ExperimentSpec> spec) {
    return spec.filter(TrainedExperiment.class::isInstance)
        .map(TrainedExperiment.class::cast)
        .map(TrainedExperiment::training)
        .map(SayRates::of)
        .orElse("");
  }
}
