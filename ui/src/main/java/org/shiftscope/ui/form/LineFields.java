package org.shiftscope.ui.form;

import java.util.List;

/** The fields of the line through both points. */
public final class LineFields {

  private LineFields() {}

  /** Their section. */
  public static FieldSection section() {
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
