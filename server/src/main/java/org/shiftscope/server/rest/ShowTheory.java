package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Tells what theory says of a spec, at {@code ?temperature=} where it is given. */
final class ShowTheory implements Handler {

  private static final String TEMPERATURE = "temperature";

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = ReadBody.asSpec(request);
    Optional<? extends Theory> theory =
        Kind.of(spec).theory(temperature(request.queryParam(TEMPERATURE)));
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
