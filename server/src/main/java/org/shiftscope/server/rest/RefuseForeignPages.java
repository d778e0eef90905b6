package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Refuses changes asked for by a page of another site: a browser on this machine reaches the
 * loopback for any page that it shows, and says in {@code Origin} which page it was.
 */
final class RefuseForeignPages implements Handler {

  private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);

  @Override
  public void handle(Context request) {
    String origin = request.header("Origin");
    boolean reads = READS.contains(request.method());
    if (origin != null && !reads && !origin.endsWith("://" + request.host())) {
      throw new ForbiddenResponse("Pages of another site (" + origin + ") cannot change anything.");
    }
  }
}
