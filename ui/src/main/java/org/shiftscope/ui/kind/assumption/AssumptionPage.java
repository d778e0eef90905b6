package org.shiftscope.ui.kind.assumption;

import java.util.List;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** Assumption 1 on the pages. */
public record AssumptionPage(AssumptionCheck check) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Assumption 1",
        "Eq. 5 holds where C⁻¹ (∇L + (T/2) ∇·C) is a gradient. This draws its curl for your own"
            + " formulas and simulates the current of the steady state, or measures it on a small"
            + " real model.",
        field() + " · " + Words.grid(check.temperatures(), check.seeds()));
  }

  @Override
  public List<FieldSection> sections() {
    return new AssumptionFields().sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return AssumptionColumns.of(check);
  }

  @Override
  public boolean certifies() {
    return check.field() instanceof AssumptionCheck.DigitsRegression;
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(
        AssumptionFigures.slide(check),
        (temperature, results) -> AssumptionFigures.of(check, temperature, results));
  }

  private String field() {
    return switch (check.field()) {
      case AssumptionCheck.Formulas formulas -> "L = " + formulas.loss();
      case AssumptionCheck.DigitsRegression regression ->
          "digits "
              + regression.firstClass()
              + " and "
              + regression.secondClass()
              + ", "
              + Words.count(regression.components(), "component");
    };
  }
}
