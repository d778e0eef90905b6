package org.shiftscope.compute.spec;

import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link AssumptionCheck}. */
final class WriteAssumptionCheck {

  private WriteAssumptionCheck() {}

  static void into(ObjectNode json, AssumptionCheck spec) {
    ObjectNode field = json.putObject("field").put("name", spec.field().name());
    switch (spec.field()) {
      case Formulas formulas -> put(field, formulas);
      case DigitsRegression regression ->
          field
              .put("firstClass", regression.firstClass())
              .put("secondClass", regression.secondClass())
              .put("components", regression.components())
              .put("lambda", regression.lambda())
              .put("points", regression.points());
    }
    WriteGrid.temperatures(json, spec.temperatures());
    WriteGrid.seeds(json, spec.seeds());
  }

  private static void put(ObjectNode field, Formulas formulas) {
    field
        .put("loss", formulas.loss())
        .put("c11", formulas.c11())
        .put("c12", formulas.c12())
        .put("c22", formulas.c22());
    field
        .putObject("domain")
        .put("xFrom", formulas.domain().xFrom())
        .put("xTo", formulas.domain().xTo())
        .put("yFrom", formulas.domain().yFrom())
        .put("yTo", formulas.domain().yTo());
    field.put("gridPoints", formulas.gridPoints());
    field
        .putObject("current")
        .put("walkers", formulas.current().walkers())
        .put("steps", formulas.current().steps())
        .put("timeStep", formulas.current().timeStep())
        .put("bins", formulas.current().bins());
  }
}
