package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.Optional;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.InvalidSpec;
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
    Queueing asked =
        Queueing.read(
            Optional.ofNullable(request.queryParam("priority")),
            Optional.ofNullable(request.queryParam("trialHours")));
    asked.trialLimit().map(Queueing::hours).ifPresent(host.limits()::checkHours);
    return asked;
  }
}
