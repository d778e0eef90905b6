package org.shiftscope.ui.kind.sweep;

import java.util.List;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.RefinementFields;
import org.shiftscope.ui.form.SpectrumFields;
import org.shiftscope.ui.form.TrainingFields;

/** The fields of a temperature sweep. */
final class SweepFields {

  static List<FieldSection> sections() {
    return TrainingFields.and(RefinementFields.section(), line(), SpectrumFields.section());
  }

  private static FieldSection line() {
    return new FieldSection(
        "Line through both points",
        List.of(
            NewField.number(
                "line.from", "From", "α", "−1 or less: α = 0 is the train point.", "-1"),
            NewField.number("line.to", "To", "α", "1.1 or more: α = 1 is the test point.", "2"),
            NewField.number(
                "line.points",
                "Points",
                "",
                "51 or more, evenly spaced; 0 and 1 are among them.",
                "61")));
  }
}
