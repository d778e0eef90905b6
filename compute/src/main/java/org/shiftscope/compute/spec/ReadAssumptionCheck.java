package org.shiftscope.compute.spec;

import java.util.Optional;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import tools.jackson.databind.JsonNode;

/** Reads {@link AssumptionCheck}. */
final class ReadAssumptionCheck {

  private ReadAssumptionCheck() {}

  static AssumptionCheck from(FieldReader fields) {
    Optional<String> title = fields.title("Assumption 1");
    Optional<AssumptionCheck.Field> field = fields.part("field", ReadAssumptionCheck::field);
    Optional<Temperatures> temperatures = ReadGrid.temperatures(fields);
    Optional<Seeds> seeds = ReadGrid.seeds(fields);
    return fields.build(
        () ->
            new AssumptionCheck(
                title.orElseThrow(),
                field.orElseThrow(),
                temperatures.orElseThrow(),
                seeds.orElseThrow()));
  }

  private static AssumptionCheck.Field field(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text("name");
    return switch (name.orElse("")) {
      case Formulas.NAME -> formulas(fields);
      case DigitsRegression.NAME -> regression(fields);
      default -> throw ReadSpec.unknownName(fields, name, Formulas.NAME, DigitsRegression.NAME);
    };
  }

  private static Formulas formulas(FieldReader fields) {
    Optional<String> loss = fields.text("loss");
    Optional<String> c11 = fields.text("c11");
    Optional<String> c12 = fields.text("c12");
    Optional<String> c22 = fields.text("c22");
    Optional<Domain> domain = fields.part("domain", ReadAssumptionCheck::domain);
    Optional<Integer> gridPoints = fields.integer("gridPoints", 61);
    Optional<CurrentSpec> current = fields.part("current", ReadAssumptionCheck::current);
    return fields.build(
        () ->
            new Formulas(
                loss.orElseThrow(),
                c11.orElseThrow(),
                c12.orElseThrow(),
                c22.orElseThrow(),
                domain.orElseThrow(),
                gridPoints.orElseThrow(),
                current.orElseThrow()));
  }

  private static Domain domain(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Double> xFrom = fields.number("xFrom");
    Optional<Double> xTo = fields.number("xTo");
    Optional<Double> yFrom = fields.number("yFrom");
    Optional<Double> yTo = fields.number("yTo");
    return fields.build(
        () ->
            new Domain(
                xFrom.orElseThrow(), xTo.orElseThrow(), yFrom.orElseThrow(), yTo.orElseThrow()));
  }

  private static CurrentSpec current(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> walkers = fields.integer("walkers");
    Optional<Integer> steps = fields.integer("steps");
    Optional<Double> timeStep = fields.number("timeStep");
    Optional<Integer> bins = fields.integer("bins", 24);
    return fields.build(
        () ->
            new CurrentSpec(
                walkers.orElseThrow(),
                steps.orElseThrow(),
                timeStep.orElseThrow(),
                bins.orElseThrow()));
  }

  private static DigitsRegression regression(FieldReader fields) {
    Optional<Integer> firstClass = fields.integer("firstClass");
    Optional<Integer> secondClass = fields.integer("secondClass");
    Optional<Integer> components = fields.integer("components");
    Optional<Double> lambda = fields.number("lambda");
    Optional<Integer> points = fields.integer("points");
    return fields.build(
        () ->
            new DigitsRegression(
                firstClass.orElseThrow(),
                secondClass.orElseThrow(),
                components.orElseThrow(),
                lambda.orElseThrow(),
                points.orElseThrow()));
  }
}
