package org.shiftscope.ui.kind.twostage;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.SecondStage.Epochs;
import org.shiftscope.compute.spec.SecondStage.FlowTime;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.ui.form.Field;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TemperatureFields;
import org.shiftscope.ui.form.TrainingFields;
import org.shiftscope.ui.wording.FormatNumber;

/** The fields of a two-stage experiment. */
final class TwoStageFields {

  private TwoStageFields() {}

  static List<FieldSection> sections() {
    return TrainingFields.scheduled("First stage: SGD", temperatures(), second());
  }

  private static FieldSection temperatures() {
    return TemperatureFields.with(
        "Second stage: temperatures, batch sizes and seeds",
        List.of(
            NewField.numbers(
                "batchSizes",
                "Batch sizes B",
                "samples",
                "Each at every temperature, with learning rate η = T · B.",
                "8, 32, 128"),
            TemperatureFields.seeds("One initialisation for each, trained once.")));
  }

  private static FieldSection second() {
    Field duration =
        NewField.chosen(
            "second.duration.name",
            "Duration",
            List.of(
                Epochs.NAME, "The same epochs at each temperature",
                FlowTime.NAME, "The same flow time at each temperature"),
            "Either is the same flow time for all (η, B) of equal T.");
    return new FieldSection(
        "Second stage: SGD and its final losses",
        List.of(),
        List.of(
            duration,
            NewField.number(
                    "second.duration.epochs", "Epochs", "epochs", "1,000 in the paper.", "1000")
                .when(duration, Epochs.NAME),
            NewField.number(
                    "second.duration.flowTime",
                    "Flow time",
                    "η · steps",
                    "A lower T runs longer.",
                    "100")
                .when(duration, FlowTime.NAME),
            NewField.number(
                    "second.duration.maxEpochs",
                    "Most epochs",
                    "epochs",
                    "A trial that this stops early says so.",
                    "1000000")
                .when(duration, FlowTime.NAME),
            NewField.number(
                "second.lastSteps",
                "Last steps",
                "steps",
                "Over which the median of a loss is taken.",
                "100"),
            NewField.chosen(
                "second.finalLoss",
                "Final loss",
                FinalLoss.values(),
                "The whole losses take a pass over all samples after each of the last steps."),
            NewField.number(
                "second.margin",
                "Margin",
                "share",
                "Of a loss's range over T, within which two (η, B) at equal T count as equal.",
                "0.25"),
            NewField.flag(
                "second.largestEigenvalue",
                "Largest eigenvalue h",
                List.of("false", "Not measured", "true", "Measured at the end"),
                "Of the train loss's Hessian; a step is stable while η·h is below 2.")),
        (json, spec) -> say(spec));
  }

  private static String say(Optional<ExperimentSpec> spec) {
    return spec.filter(TwoStage.class::isInstance)
        .map(TwoStage.class::cast)
        .map(TwoStageFields::say)
        .orElse("");
  }

  private static String say(TwoStage spec) {
    double least = spec.temperatures().values().stream().mapToDouble(t -> t).min().orElseThrow();
    double most = spec.temperatures().values().stream().mapToDouble(t -> t).max().orElseThrow();
    return "Learning rate η = T · B from "
        + FormatNumber.significant(
            least * spec.batchSizes().stream().mapToInt(b -> b).min().orElseThrow())
        + " to "
        + FormatNumber.significant(
            most * spec.batchSizes().stream().mapToInt(b -> b).max().orElseThrow())
        + "; "
        + spec.firstStages()
        + " first stages and "
        + (spec.trialCount() - spec.firstStages())
        + " second ones.";
  }
}
