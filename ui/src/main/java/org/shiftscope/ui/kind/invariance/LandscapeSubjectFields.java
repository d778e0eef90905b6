package org.shiftscope.ui.kind.invariance;

import java.util.List;
import org.shiftscope.compute.spec.LandscapeSubject;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TitleField;

/** The fields of a check of a landscape. */
final class LandscapeSubjectFields {

  private LandscapeSubjectFields() {}

  static List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name", List.of(TitleField.title())), landscape(), coordinates());
  }

  private static FieldSection landscape() {
    return new FieldSection(
        "Landscape",
        List.of(
            NewField.chosen(
                "subject.of",
                "Looks at",
                List.of(LandscapeSubject.OF, "A landscape"),
                "For a trial, start from the preset of a trial."),
            NewField.numbers(
                "subject.objective.gaussians.minima",
                "Minima",
                "x",
                "Centres of the Gaussians; may be empty.",
                ""),
            NewField.numbers(
                "subject.objective.gaussians.weights", "Weights", "area", "One for each.", ""),
            NewField.numbers(
                "subject.objective.gaussians.sigmas",
                "Sigmas",
                "x",
                "Their standard deviations, one for each.",
                ""),
            NewField.text(
                "subject.objective.formula",
                "Formula",
                "In x, added to the Gaussians: (x^2 - 1)^2 + 0.1*x.",
                ""),
            NewField.number(
                "subject.shift",
                "Shift",
                "x",
                "The test loss is the train loss moved by it.",
                "0.1"),
            NewField.text(
                "subject.noise",
                "Gradient noise c(x)",
                "Variance of the per-sample gradient: a number, or a formula in x above 0.",
                "0.001"),
            NewField.number("subject.domain.from", "Domain from", "x", "Its ends reflect.", "-3"),
            NewField.number("subject.domain.to", "Domain to", "x", "", "3"),
            NewField.number(
                "subject.temperature", "Temperature", "T", "Of the steady state.", "5")));
  }

  private static FieldSection coordinates() {
    return new FieldSection(
        "Coordinates φ = r(x)",
        List.of(
            NewField.text(
                "subject.map",
                "Map r(x)",
                "A formula in x that rises everywhere, or falls everywhere: sinh(x), x^3 + x, 2*x + 1.",
                "sinh(x)"),
            NewField.number(
                "tolerance",
                "Tolerance",
                "relative",
                "The largest change of what must be the same.",
                "1e-9")));
  }
}
