package org.shiftscope.ui.kind.assumption;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.ui.form.Field;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TemperatureFields;
import org.shiftscope.ui.form.TitleField;

/** The fields of a check of Assumption 1. */
final class AssumptionFields {

  private final Field name =
      NewField.chosen(
          "field.name",
          "Loss and noise",
          List.of(
              Formulas.NAME, "Formulas in two dimensions",
              DigitsRegression.NAME, "Logistic regression on two digits"),
          "Formulas in x and y, or the real gradients of a small model.");

  List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and field", List.of(TitleField.title(), name)),
        new FieldSection(
            "Loss and noise", Stream.concat(formulas().stream(), regression().stream()).toList()),
        new FieldSection(
            "Domain and simulation", Stream.concat(domain().stream(), current().stream()).toList()),
        TemperatureFields.withSeeds());
  }

  private List<Field> formulas() {
    return List.of(
        formula("field.loss", "L(x, y)", "The train loss.", "x^2/2 + 2*y^2"),
        formula("field.c11", "C₁₁(x, y)", "Variance of the gradient along x.", "1"),
        formula("field.c12", "C₁₂(x, y)", "Its covariance, C₁₂ = C₂₁.", "0.6"),
        formula(
            "field.c22",
            "C₂₂(x, y)",
            "Variance along y. C must be positive definite on the whole domain.",
            "1"));
  }

  private List<Field> domain() {
    return List.of(
        ofFormulas("field.domain.xFrom", "x from", "", "Walls keep the walkers in.", "-3"),
        ofFormulas("field.domain.xTo", "x to", "", "", "3"),
        ofFormulas("field.domain.yFrom", "y from", "", "", "-3"),
        ofFormulas("field.domain.yTo", "y to", "", "", "3"),
        ofFormulas(
            "field.gridPoints", "Grid of the curl", "points", "Along each axis, 11 to 201.", "61"));
  }

  private List<Field> current() {
    return List.of(
        ofFormulas(
            "field.current.walkers",
            "Walkers",
            "",
            "In 16 groups; their spread is the error.",
            "2048"),
        ofFormulas("field.current.steps", "Steps", "", "The first quarter is forgotten.", "4000"),
        ofFormulas(
            "field.current.timeStep",
            "Time step",
            "dt",
            "Small against 1 / the largest curvature; its error is of first order.",
            "0.01"),
        ofFormulas("field.current.bins", "Bins", "", "Along each axis, 4 to 60.", "24"));
  }

  private List<Field> regression() {
    return List.of(
        ofDigits("field.firstClass", "First digit", "", "One class, 0 to 9.", "3"),
        ofDigits("field.secondClass", "Second digit", "", "The other class.", "8"),
        ofDigits(
            "field.components",
            "Components",
            "",
            "Principal components of the images; with a constant they are the parameters.",
            "4"),
        ofDigits("field.lambda", "L2 coefficient λ", "1 / length²", "Adds (λ/2)·‖θ‖².", "0.001"),
        ofDigits(
            "field.points",
            "Points",
            "",
            "Random points at each distance from the minimum.",
            "50"));
  }

  private Field formula(String path, String label, String help, String initial) {
    return NewField.text(path, label, help, initial).when(name, Formulas.NAME);
  }

  private Field ofFormulas(String path, String label, String unit, String help, String initial) {
    return NewField.number(path, label, unit, help, initial).when(name, Formulas.NAME);
  }

  private Field ofDigits(String path, String label, String unit, String help, String initial) {
    return NewField.number(path, label, unit, help, initial).when(name, DigitsRegression.NAME);
  }
}
