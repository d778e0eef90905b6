package org.shiftscope.ui.kind.resampling;

import java.util.List;
import org.shiftscope.ui.form.Choice;
import org.shiftscope.ui.form.Field;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.LineFields;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.RefinementFields;
import org.shiftscope.ui.form.TrainingFields;

/** The fields of resampling. */
final class ResamplingFields {

  private static final String NO = "no";
  private static final String YES = "yes";

  private ResamplingFields() {}

  static List<FieldSection> sections() {
    return TrainingFields.splittingThemselves(
        "One draw each: of the shuffle, of the samples, of the weights and of the minibatches.",
        studies(),
        RefinementFields.section(),
        LineFields.section());
  }

  private static FieldSection studies() {
    Field shuffle =
        NewField.chosen(
            "shuffle",
            "Shuffled against given split",
            List.of(YES, "Compared", NO, "Not compared"),
            "Train and test samples are shuffled together and split anew in the same sizes, once for each seed.");
    Field sizes =
        NewField.chosen(
            "sizes",
            "Sample sizes",
            List.of(YES, "Compared", NO, "Not compared"),
            "Parts of all samples are drawn and split in proportion, once for each seed and size.");
    return new FieldSection(
        "Samples drawn anew",
        List.of(
            new Choice(shuffle, spec -> spec.has("shuffle") ? YES : NO),
            new Choice(sizes, spec -> spec.has("sizes") ? YES : NO)),
        List.of(
            NewField.number(
                    "shuffle.margin",
                    "Margin",
                    "share",
                    "A smaller difference is taken for none: a share of the shuffled splits' mean test loss.",
                    "0.1")
                .when(shuffle, YES),
            NewField.numbers(
                    "sizes",
                    "Sizes",
                    "samples",
                    "Train and test together, ascending; at most all of them.",
                    "225, 449, 898, 1797")
                .when(sizes, YES)),
        (json, spec) -> "");
  }
}
