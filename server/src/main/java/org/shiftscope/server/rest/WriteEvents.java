package org.shiftscope.server.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Event;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes events in the format of server-sent events, each flushed at once. */
record WriteEvents(OutputStream out, LatestProgress latest) {

  /** Sends the headers on their way, and how long to wait before coming back. */
  void start() throws IOException {
    send("retry: 2000\n\n");
  }

  void heartbeat() throws IOException {
    send(": still here\n\n");
  }

  /** A lasting event: its sequence number is what a reader that comes back names. */
  void event(Event event) throws IOException {
    String id = event.sequence() == 0 ? "" : "id: " + event.sequence() + "\n";
    send(id + named(event, json(event)));
  }

  /** Progress has no number, since it is not kept; the experiment's progress goes with it. */
  void progress(Event event) throws IOException {
    ObjectNode json = json(event);
    latest
        .of(event.experiment())
        .ifPresent(now -> json.set("progress", ExperimentJson.progress(now)));
    send(named(event, json));
  }

  private static String named(Event event, ObjectNode json) {
    return "event: " + event.type().id() + "\ndata: " + json + "\n\n";
  }

  private static ObjectNode json(Event event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sequence", event.sequence())
        .put("experiment", event.experiment().value())
        .put("type", event.type().id())
        .put("trial", event.trial().orElse(null))
        .put("at", event.at().toString())
        .put("message", event.message());
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The schema of an event's data. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Event",
        () ->
            Schemas.object("The data of a server-sent event.")
                .field("sequence", Schemas.integer(), "Its number; 0 for what is not kept")
                .field("experiment", Schemas.text(), "The experiment's id")
                .field("type", Schemas.oneOf(Event.Type.values()), "What happened")
                .field("trial", Schemas.orNull(Schemas.integer()), "The trial, where it is of one")
                .field("at", Schemas.time(), "When")
                .field("message", Schemas.text(), "What happened, for a person")
                .option("progress", ExperimentJson.progressSchema(all), "With trial-progress")
                .end());
  }
}
