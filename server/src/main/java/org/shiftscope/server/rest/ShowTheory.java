package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.TellTheory;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiments;

/** Tells what theory says of a spec, at {@code ?temperature=} where it is given. */
record ShowTheory(AnswerInTurn turns, Experiments experiments) implements Handler {

  private static final String TEMPERATURE = "temperature";

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
}
