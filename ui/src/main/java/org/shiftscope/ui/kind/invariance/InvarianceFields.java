package org.shiftscope.ui.kind.invariance;

import java.util.List;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TitleField;

/** The fields of a check of invariance. */
final class InvarianceFields {

  private InvarianceFields() {}

  static List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name", List.of(TitleField.title())), source(), maps(), iterates());
  }

  private static FieldSection source() {
    return new FieldSection("Trial to look at", new ChooseTrial().fields());
  }

  private static FieldSection maps() {
    return new FieldSection(
        "Coordinates φ = r(θ)",
        List.of(
            NewField.numbers(
                "subject.maps.rescaling",
                "Rescaled layers",
                "α",
                "Of each pair of layers, one times α and the next times 1/α. Needs ReLU.",
                "10, 0.1"),
            NewField.numbers(
                "subject.maps.rescalingByChannel",
                "Rescaled by channel",
                "α",
                "A random factor from 1/α to α for each channel. Needs ReLU.",
                ""),
            NewField.numbers(
                "subject.maps.linearMix",
                "Random linear mix",
                "condition",
                "A random matrix in blocks of 64, of this condition number.",
                "100"),
            NewField.numbers(
                "subject.maps.sinh", "φ = sinh(kθ)/k", "k", "Curved: to first order alone.", "1"),
            NewField.numbers(
                "subject.maps.cubic", "φ = θ + kθ³", "k", "Curved: to first order alone.", ""),
            NewField.number(
                "tolerance",
                "Tolerance",
                "relative",
                "The largest change of a term that must be the same.",
                "1e-6")));
  }

  private static FieldSection iterates() {
    return new FieldSection(
        "Iterates for b and Σ",
        List.of(
            NewField.number(
                "subject.iterates.count", "Iterates", "n", "SGD goes on from its end.", "16"),
            NewField.number(
                "subject.iterates.stepsBetween", "Steps before each", "steps", "", "10")));
  }
}
