package org.shiftscope.ui.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.MeasureName;

/** The fields of other measures at the train point, and whether they are taken. */
public final class MeasuresFields {

  private static final String NOT_TAKEN = "not-taken";
  private static final String TAKEN = "taken";

  private MeasuresFields() {}

  public static FieldSection section() {
    Field measures =
        NewField.chosen(
            "measures",
            "Other measures",
            List.of(NOT_TAKEN, "Not taken", TAKEN, "Taken, and ranked beside the shift-curvature"),
            "What others have held to predict the test loss.");
    var taken = new Choice(measures, spec -> spec.path("measures").isObject() ? TAKEN : NOT_TAKEN);
    return new FieldSection(
        "Other measures at the train point",
        List.of(taken),
        Stream.of(
                NewField.words("measures.which", "Which", "Names, with commas between.", all()),
                NewField.number(
                    "measures.probes",
                    "Probes",
                    "products",
                    "Spent on tr H, 6 to 300; its error falls as 1 / probes.",
                    "30"),
                NewField.number(
                    "measures.sharpness.averageRho",
                    "ρ, average case",
                    "",
                    "δ_i has the standard deviation ρ |θ_i|.",
                    "0.1"),
                NewField.number(
                    "measures.sharpness.worstRho",
                    "ρ, worst case",
                    "",
                    "‖δ / |θ|‖₂ is at most ρ.",
                    "0.5"),
                NewField.number(
                    "measures.sharpness.directions",
                    "Directions",
                    "pairs",
                    "±δ of the average case, two losses each; 2 or more.",
                    "200"),
                NewField.number(
                    "measures.sharpness.ascent",
                    "Ascent",
                    "steps",
                    "Of the worst case, a gradient each.",
                    "20"),
                NewField.number(
                    "measures.langevin.steps",
                    "Langevin steps",
                    "",
                    "Of the learning coefficient, a gradient each; 100 or more.",
                    "1000"),
                NewField.number(
                    "measures.langevin.stepSize",
                    "Step ε",
                    "",
                    "Where its tuning starts; the first third of the steps tunes it.",
                    "0.001"),
                NewField.number(
                    "measures.langevin.localisation",
                    "Localisation γ",
                    "",
                    "Keeps the chain near the point; the larger, the smaller the coefficient.",
                    "100"))
            .map(field -> field.when(measures, TAKEN))
            .toList(),
        (json, spec) -> "");
  }

  private static String all() {
    return Stream.of(MeasureName.values()).map(MeasureName::id).collect(Collectors.joining(", "));
  }
}
