package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.PlantedModel.Linear;
import org.shiftscope.compute.spec.PlantedModel.Logistic;
import org.shiftscope.compute.spec.PlantedModel.TanhMlp;
import org.shiftscope.compute.spec.PlantedModel.TwoWells;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.form.Field;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TemperatureFields;
import org.shiftscope.ui.form.TitleField;
import org.shiftscope.ui.wording.FormatNumber;

/** The fields of a steady state. */
final class SteadyStateFields {

  private final Field model =
      NewField.chosen(
          "model.name",
          "Model",
          List.of(
              Linear.NAME, "Linear regression",
              Logistic.NAME, "Logistic regression",
              TwoWells.NAME, "Two wells: a regression with two minima",
              TanhMlp.NAME, "tanh mlp: one hidden layer"),
          "Each with data drawn from a planted truth; real minibatch SGD in float64.");

  List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and model", List.of(TitleField.title(), model)),
        modelAndData(),
        temperatures(),
        sgd());
  }

  private FieldSection modelAndData() {
    return new FieldSection(
        "Model and data",
        List.of(
            NewField.number(
                "model.samples", "Samples N", "", "Training samples, 10 to 10,000.", "200"),
            NewField.number(
                    "model.dimension", "Dimension d", "", "Parameters and features, 1 to 30.", "4")
                .when(model, Linear.NAME, Logistic.NAME),
            NewField.number(
                    "model.condition",
                    "Condition",
                    "",
                    "Largest to smallest variance of a feature.",
                    "10")
                .when(model, Linear.NAME, Logistic.NAME),
            NewField.number(
                    "model.tilt", "Tilt", "", "L = ½ (θ² − 1)² − tilt · θ, 0 to 0.5.", "0.1")
                .when(model, TwoWells.NAME),
            NewField.number("model.inputs", "Inputs", "", "Numbers that go in, 1 to 10.", "2")
                .when(model, TanhMlp.NAME),
            NewField.number(
                    "model.hidden", "Hidden units", "", "At most 30 parameters in all.", "2")
                .when(model, TanhMlp.NAME),
            NewField.number("model.labelNoise", "Label noise", "", "Deviation of the labels.", "1")
                .when(model, Linear.NAME, TwoWells.NAME, TanhMlp.NAME),
            NewField.number(
                    "model.heteroscedasticity",
                    "Heteroscedasticity",
                    "",
                    "More label noise along one direction: above 0, C and H do not commute.",
                    "5")
                .when(model, Linear.NAME),
            NewField.number("model.dataSeed", "Data seed", "", "All trials share the data.", "1")));
  }

  private static FieldSection temperatures() {
    return TemperatureFields.with(
        "Temperatures, batch sizes and seeds",
        List.of(
            NewField.numbers(
                "batchSizes",
                "Batch sizes B",
                "samples",
                "Each at every temperature, with learning rate η = T · B.",
                "1, 4"),
            TemperatureFields.seeds("Of SGD alone.")));
  }

  private static FieldSection sgd() {
    return new FieldSection(
        "SGD",
        List.of(),
        List.of(
            NewField.chosen(
                "replacement",
                "Batches",
                Replacement.values(),
                "Theory is about draws with replacement."),
            NewField.number(
                "flowTime",
                "Flow time",
                "η · steps",
                "Sampled; 320 relaxation times 1 / h of the softest direction, or more.",
                "40000"),
            NewField.number("burnIn", "Burn-in", "η · steps", "Before sampling.", "200"),
            NewField.number("lambda", "L2 coefficient λ", "", "Adds (λ/2)·‖θ‖² to the loss.", "0"),
            NewField.number(
                "epsilon",
                "Added noise ε",
                "",
                "Deviation of noise on each sample's gradient (Eq. 13).",
                "0"),
            NewField.number(
                "margin",
                "Margin",
                "share",
                "Within which two (η, B) at equal T count as equivalent.",
                "0.1")),
        (json, spec) -> sayRates(spec));
  }

  private static String sayRates(Optional<ExperimentSpec> spec) {
    return spec.filter(SteadyState.class::isInstance)
        .map(SteadyState.class::cast)
        .map(SteadyStateFields::sayRates)
        .orElse("");
  }

  private static String sayRates(SteadyState spec) {
    double[] rates =
        IntStream.range(0, spec.trialCount()).mapToDouble(spec::learningRateOf).sorted().toArray();
    return "Learning rate η = T · B from "
        + FormatNumber.significant(rates[0])
        + " to "
        + FormatNumber.significant(rates[rates.length - 1])
        + ".";
  }
}
