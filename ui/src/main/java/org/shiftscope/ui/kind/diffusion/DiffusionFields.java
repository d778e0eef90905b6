package org.shiftscope.ui.kind.diffusion;

import java.util.List;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TrainingFields;

/** The fields of an experiment on the accuracy of diffusion. */
final class DiffusionFields {

  static List<FieldSection> sections() {
    return TrainingFields.and(weakError());
  }

  private static FieldSection weakError() {
    return new FieldSection(
        "Weak error as η is halved",
        List.of(
            NewField.chosen(
                "weakError.model",
                "Model",
                ScalarModel.values(),
                "One parameter and planted samples, so that no expectation need be sampled."),
            NewField.number("weakError.samples", "Planted samples", "N", "2 to 200.", "20"),
            NewField.number(
                "weakError.batchSize",
                "Batch size",
                "B",
                "Drawn with replacement, and kept while η is halved.",
                "1"),
            NewField.number(
                "weakError.learningRate", "Largest learning rate", "η", "At most 0.4.", "0.2"),
            NewField.number(
                "weakError.steps", "Steps at that rate", "", "Doubled as η is halved.", "5"),
            NewField.number("weakError.halvings", "Halvings", "", "4 to 8.", "6")));
  }
}
