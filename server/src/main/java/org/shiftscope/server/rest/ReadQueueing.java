package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Queueing;

/** Reads from a request's query how an experiment is to wait: no part of its spec. */
final class ReadQueueing {

  private ReadQueueing() {}

  /** Describes what it reads. */
  static RouteDescription describe(RouteDescription route) {
    return route
        .query(
            "priority",
            Schemas.integer(-Queueing.HIGHEST, Queueing.HIGHEST).put("default", 0),
            "Those of a higher one go first; within one, the one submitted first")
        .query(
            "trialHours",
            Schemas.number().put("exclusiveMinimum", 0).put("maximum", Queueing.MOST_HOURS),
            "Hours that each trial may take, over all its attempts; where it is not given, the"
                + " server's own limit");
  }

  /**
   * What a query asks for.
   *
   * @throws InvalidSpec where it breaks a law, or is more than this server lets a trial take
   */
  static Queueing of(Context request, Host host) {
    int priority =
        given(request, "priority", Integer::valueOf, "must be a whole number from -10 to 10")
            .orElse(0);
    Optional<Double> hours =
        given(request, "trialHours", Double::valueOf, "must be a number of hours above 0");
    hours.ifPresent(host.limits()::checkHours);
    return new Queueing(priority, hours.map(Queueing::ofHours));
  }

  private static <T> Optional<T> given(
      Context request, String name, Function<String, T> read, String law) {
    String text = request.queryParam(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(text));
    } catch (NumberFormatException none) {
      throw InvalidSpec.of(List.of(new Problem(name, law, text)));
    }
  }
}
