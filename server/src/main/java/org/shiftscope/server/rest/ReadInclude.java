package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.Named;

/** Reads from a request's query which trials are to enter. */
final class ReadInclude {

  static final String NAME = "include";

  private ReadInclude() {}

  /** Those that count, where nothing is asked for; 400 for what it does not know. */
  static Include of(Context request) {
    String text = request.queryParam(NAME);
    return text == null
        ? Include.COUNTED
        : Named.find(Include.values(), text)
            .orElseThrow(() -> new BadRequestResponse(refusal(text)));
  }

  private static String refusal(String text) {
    String ids =
        Arrays.stream(Include.values()).map(Include::id).collect(Collectors.joining(" or "));
    return NAME + " must be " + ids + "; it is " + text + ".";
  }
}
