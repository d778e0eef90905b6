package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.accounts.Asker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams the events of an experiment as server-sent events: those kept since {@code
 * Last-Event-ID}, then those that come. With {@code ?until=end} the stream ends once the experiment
 * has ended.
 */
record StreamEvents(
    FindExperiment find, Experiments experiments, LatestProgress latest, RestParts parts)
    implements DescribedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StreamEvents.class);

  /** A stream waits nearly all the time: it gets a virtual thread, and Jetty its own one back. */
  private static final Executor ONE_THREAD_EACH =
      stream -> Thread.ofVirtual().name("event-stream").start(stream);

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "streamEvents", "Streams an experiment's events, those of before and those to come")
        .says(
            "Server-sent events: the name of each is its type, its data JSON as the schema tells."
                + " Lasting events have an id; progress has none, and is not kept.")
        .query(
            "until",
            Schemas.text().put("const", "end"),
            "Ends the stream once the experiment has ended")
        .header("Last-Event-ID", Schemas.integer(), "Only events after this one")
        .answers(200, "The stream", "text/event-stream", WriteEvents::schema);
  }

  @Override
  public void handle(Context request) throws IOException {
    ExperimentSummary experiment = find.summaryIn(request);
    long after = lastEventId(request);
    boolean untilEnd = "end".equals(request.queryParam("until"));
    request
        .res()
        .setContentType("text/event-stream; charset=utf-8"); // not through Javalin: no compression
    request.header("X-Accel-Buffering", "no");
    OutputStream out = request.res().getOutputStream();
    var stream =
        new EventStream(
            experiments,
            experiment.id(),
            new WriteEvents(out, latest),
            new EventStream.Reader(parts.heartbeat(), stillAllowed()));
    request.future(
        () -> {
          ONE_THREAD_EACH.execute(() -> untilItsEnd(request, () -> stream.run(after, untilEnd)));
          return new CompletableFuture<>(); // which never ends: see untilItsEnd
        });
  }

  /**
   * Ends the answer itself. Where its reader went, the container may have ended and cleared it
   * before; Javalin would go on with what is no request any more, fail, and handle that failure for
   * ever.
   */
  private void untilItsEnd(Context request, Runnable stream) {
    Metrics metrics = parts.observing().metrics();
    metrics.streamBegins();
    try {
      stream.run();
    } finally {
      metrics.streamEnded();
      try {
        request.req().getAsyncContext().complete();
      } catch (IllegalStateException | NullPointerException cleared) {
        LOG.debug("The reader went", cleared);
      }
    }
  }

  /** Whoever signs out, or whose token is revoked, hears no more. */
  private BooleanSupplier stillAllowed() {
    Asker asker = Asker.current().orElseThrow();
    return () -> parts.access().people().stands(asker);
  }

  private static long lastEventId(Context request) {
    String id = request.header("Last-Event-ID");
    try {
      return id == null || id.isEmpty() ? 0 : Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("Last-Event-ID must be a whole number; it is " + id + ".");
    }
  }
}
