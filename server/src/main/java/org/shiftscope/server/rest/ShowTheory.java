package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.DescribeKinds;
import org.shiftscope.compute.kind.TellTheory;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what theory says of a spec, at {@code ?temperature=} where it is given. */
record ShowTheory(AnswerInTurn turns, Experiments experiments) implements DescribedHandler {

  private static final String TEMPERATURE = "temperature";

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "tellTheory", "Tells what theory says of a spec before anything runs")
        .query(
            TEMPERATURE,
            Schemas.number().put("exclusiveMinimum", 0),
            "What is looked at; left out, the spec's first")
        .takes(SpecSchemas::refer, "The spec")
        .answers(200, "What it says", ShowTheory::schema)
        .refuses(ProblemType.BAD_REQUEST, "Of this kind it says nothing.")
        .refuses(ProblemType.BUSY, "Others are being answered.");
  }

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = ReadBody.asSpec(request, experiments);
    OptionalDouble temperature = temperature(request.queryParam(TEMPERATURE));
    Optional<? extends Theory> theory =
        turns.answer(RestApi.PATIENCE, () -> TellTheory.of(spec, temperature));
    request.json(
        ResultJson.toJson(
            theory.orElseThrow(
                () ->
                    new BadRequestResponse(
                        "Of "
                            + spec.kind()
                            + " theory says nothing before it has run: submit it to"
                            + " /api/experiments."))));
  }

  private static OptionalDouble temperature(@Nullable String text) {
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, as are numbers out of range.
    }
    throw new BadRequestResponse("temperature must be a number above 0; it is " + text + ".");
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Theory",
        () -> {
          ObjectNode schema =
              JsonNodeFactory.instance
                  .objectNode()
                  .put("description", "What theory says of a spec, by its kind.");
          DescribeKinds.theories()
              .forEach(kind -> schema.withArray("oneOf").add(ResultSchemas.refer(all, kind)));
          return schema;
        });
  }
}
