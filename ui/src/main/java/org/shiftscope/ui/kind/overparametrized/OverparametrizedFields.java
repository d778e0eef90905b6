package org.shiftscope.ui.kind.overparametrized;

import java.util.List;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.RefinementFields;
import org.shiftscope.ui.form.TrainingFields;

/** The fields of an experiment with more parameters than samples. */
final class OverparametrizedFields {

  static List<FieldSection> sections() {
    return TrainingFields.and(RefinementFields.section(), modifiedSgd());
  }

  private static FieldSection modifiedSgd() {
    return new FieldSection(
        "Modified SGD (Eq. 13)",
        List.of(
            NewField.number(
                "modifiedSgd.samples",
                "Planted samples",
                "N",
                "Of a linear regression, 1 to 19.",
                "4"),
            NewField.number(
                "modifiedSgd.dimension", "Parameters", "d", "More than samples, at most 20.", "8"),
            NewField.number(
                "modifiedSgd.lambda",
                "L2 coefficient λ",
                "1 / length²",
                "What holds θ outside of the span.",
                "0.3"),
            NewField.number(
                "modifiedSgd.epsilon", "Added noise ε", "", "On the gradient of each sample.", "1"),
            NewField.number(
                "modifiedSgd.batchSize",
                "Batch size",
                "B",
                "Drawn with replacement; η = T · B at each temperature above.",
                "2"),
            NewField.number(
                "modifiedSgd.walkers", "Walkers", "", "Their spread is the error.", "200"),
            NewField.number(
                "modifiedSgd.relaxationTimes",
                "Relaxation times",
                "1/(ηλ) steps",
                "For how long each is looked at.",
                "100")));
  }
}
