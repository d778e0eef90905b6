package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells how the server is. 503, which makes a supervisor start the process anew, only where that
 * may help: a server that cannot write, but will by itself once it can, is "degraded" and answers
 * 200.
 */
record ShowHealth(CheckHealth check) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getHealth", "Tells how the server is")
        .answers(200, "It works, or will by itself", ShowHealth::schema)
        .answers(503, "It fails until it is started anew.", ShowHealth::schema);
  }

  @Override
  public void handle(Context request) {
    Health health = check.now();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    boolean failing = health.trouble().filter(Health.Trouble::restartHelps).isPresent();
    json.put("status", failing ? "failing" : health.trouble().isPresent() ? "degraded" : "ok")
        .put("version", health.version())
        .put("uptimeSeconds", health.uptime().toSeconds())
        .put("trouble", health.trouble().map(Health.Trouble::sentence).orElse(null));
    json.put("devices", health.devices());
    ArrayNode lanes = json.putArray("lanes");
    health.lanes().forEach(lane -> add(lanes, lane));
    json.putObject("trials")
        .put("running", health.lanes().stream().mapToInt(Health.Lane::running).sum())
        .put("queued", health.queued());
    json.putObject("data").put("freeBytes", health.freeBytes());
    request.status(failing ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK).json(json);
  }

  private static void add(ArrayNode lanes, Health.Lane lane) {
    lanes
        .addObject()
        .put("device", lane.device())
        .put("name", lane.name())
        .put("slots", lane.slots())
        .put("running", lane.running());
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Health",
        () ->
            Schemas.object("How the server is.")
                .field(
                    "status",
                    Schemas.text(),
                    "ok, degraded (it will by itself) or failing (start it anew)")
                .field("version", Schemas.text(), "Of Shiftscope")
                .field("uptimeSeconds", Schemas.integer(), "Since its start")
                .field(
                    "trouble",
                    Schemas.orNull(Schemas.text()),
                    "What keeps it from its work, if anything")
                .field("devices", Schemas.text(), "What trials run on, and why")
                .field("lanes", Schemas.listOf(laneSchema(all)), "The devices that run trials")
                .field(
                    "trials",
                    Schemas.object("")
                        .field("running", Schemas.integer(), "That run now")
                        .field("queued", Schemas.integer(), "That wait")
                        .end(),
                    "How many trials")
                .field(
                    "data",
                    Schemas.object("").field("freeBytes", Schemas.integer(), "Free space").end(),
                    "The data folder")
                .end());
  }

  private static ObjectNode laneSchema(SchemaDefinitions all) {
    return all.refer(
        "Lane",
        () ->
            Schemas.object("A device that runs trials.")
                .field("device", Schemas.text(), "Its lane: cpu, gpu0 ...")
                .field("name", Schemas.text(), "What a person calls it")
                .field("slots", Schemas.integer(), "Trials that can run at the same time")
                .field("running", Schemas.integer(), "Trials that run now")
                .end());
  }
}
