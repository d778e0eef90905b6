package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.Include.Measured;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Named;
import tools.jackson.databind.node.ObjectNode;

/** Reads from a request's query which trials are to enter. */
final class ReadInclude {

  static final String NAME = "include";
  static final String WITHOUT = "without";

  private ReadInclude() {}

  /** Those that count, where nothing is asked for; 400 for what it does not know. */
  static Include of(Context request) {
    String text = request.queryParam(NAME);
    return text == null
        ? Include.COUNTED
        : Named.find(Measured.values(), text)
            .map(Include::of)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        NAME
                            + " must be "
                            + Named.ids(Measured.values()).replace(", ", " or ")
                            + "; it is "
                            + text
                            + "."));
  }

  /** The same of one experiment, whose trials can be left out by their numbers. */
  static Include of(Context request, ExperimentSpec spec) {
    return of(request).without(without(request, spec.trialCount()));
  }

  /** The query that asks for the same; empty for those that count. */
  static String query(Include include) {
    String measured =
        include.measured() == Measured.COUNTED ? "" : "&" + NAME + "=" + include.measured().id();
    String without = include.without().isEmpty() ? "" : "&" + WITHOUT + "=" + include.withoutText();
    return (measured + without).replaceFirst("^&", "?");
  }

  /** The description of what {@link #of(Context, ExperimentSpec)} reads. */
  static RouteDescription describe(RouteDescription route) {
    return route
        .query(NAME, schema(), "Which trials are to enter")
        .query(
            WITHOUT,
            Schemas.text(),
            "Numbers of trials that are left out whatever they measured, with commas between them");
  }

  /** The schema of what {@link #NAME} can be. */
  static ObjectNode schema() {
    return Schemas.oneOf(Measured.values());
  }

  private static SortedSet<Integer> without(Context request, int trials) {
    SortedSet<Integer> numbers = new TreeSet<>();
    Stream.of(Optional.ofNullable(request.queryParam(WITHOUT)).orElse("").split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> number(text, trials))
        .forEach(numbers::add);
    return numbers;
  }

  private static int number(String text, int trials) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) >= trials) {
      throw new BadRequestResponse(
          WITHOUT
              + " must be numbers of trials, 0 to "
              + (trials - 1)
              + ", with commas between them; "
              + text
              + " is none.");
    }
    return Integer.parseInt(text);
  }
}
