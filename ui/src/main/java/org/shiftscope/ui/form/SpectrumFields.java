package org.shiftscope.ui.form;

import java.util.List;

/** The fields of eigenvalues and traces, and whether they are measured. */
public final class SpectrumFields {

  private static final String NOT_MEASURED = "not-measured";
  private static final String MEASURED = "measured";

  private SpectrumFields() {}

  public static FieldSection section() {
    Field spectra =
        NewField.chosen(
            "curvature",
            "Eigenvalues and traces",
            List.of(NOT_MEASURED, "Not measured", MEASURED, "Measured at both points"),
            "Of the Hessian and of the gradient's covariance: often dearer than the refinement.");
    var measured =
        new Choice(spectra, spec -> spec.path("curvature").isObject() ? MEASURED : NOT_MEASURED);
    return new FieldSection(
        "Hessian at both points",
        List.of(measured),
        List.of(
            NewField.number(
                    "curvature.eigenvalues",
                    "Eigenvalues",
                    "",
                    "How many of the largest, 1 to 50; and the smallest.",
                    "5")
                .when(spectra, MEASURED),
            NewField.number(
                    "curvature.probes",
                    "Probes",
                    "products",
                    "Spent on each trace, 6 to 300; its error falls as 1 / probes.",
                    "30")
                .when(spectra, MEASURED)),
        (json, spec) -> "");
  }
}
