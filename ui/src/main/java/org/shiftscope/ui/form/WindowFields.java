package org.shiftscope.ui.form;

import java.util.List;

/** The fields of the window in which every term of Eq. 4 is measured. */
public final class WindowFields {

  private static final String NONE = "none";
  private static final String MEASURED = "measured";

  private WindowFields() {}

  /** Where every trial has a window. */
  public static FieldSection section() {
    return new FieldSection("Window of SGD", fields());
  }

  /** Where a person chooses whether there is one. */
  public static FieldSection optional() {
    Field window =
        NewField.chosen(
            "window",
            "Terms of Eq. 4",
            List.of(NONE, "Not measured", MEASURED, "Measured in a window of SGD"),
            "SGD goes on after its end; each iterate costs a product with the Hessian on the test samples.");
    var measured = new Choice(window, spec -> spec.path("window").isObject() ? MEASURED : NONE);
    return new FieldSection(
        "Window of SGD",
        List.of(measured),
        fields().stream().map(field -> field.when(window, MEASURED)).toList(),
        (json, spec) -> "");
  }

  private static List<Field> fields() {
    return List.of(
        NewField.number(
            "window.flowTime",
            "Flow time",
            "η · steps",
            "For how long SGD goes on after its end, at the same η and B.",
            "100"),
        NewField.number(
            "window.iterates", "Iterates", "", "Looked at in the window, 8 to 2,000.", "64"),
        NewField.chosen(
            "window.keepIterates",
            Shape.FLAG,
            "Parameters of the iterates",
            NewField.choices(List.of("false", "Not kept", "true", "Kept with the result")),
            "Kept ones can be read in NumPy."),
        NewField.chosen(
            "window.projectedShift",
            Shape.FLAG,
            "Projected shift (Eq. 12)",
            NewField.choices(
                List.of("false", "Not measured", "true", "Measured beside the plain one")),
            "Takes the gradient of each test sample alone, and keeps them all in memory: for more parameters than test samples."));
  }
}
