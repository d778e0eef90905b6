package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells how the server is. 503, which makes a supervisor start the process anew, only where that
 * may help: a server that cannot write, but will by itself once it can, is "degraded" and answers
 * 200.
 */
record ShowHealth(CheckHealth check) implements Handler {

  @Override
  public void handle(Context request) {
    Health health = check.now();
    ObjectNode json =
        health
            .trouble()
            .map(trouble -> MapErrors.error(trouble.sentence()))
            .orElseGet(JsonNodeFactory.instance::objectNode);
    boolean failing = health.trouble().filter(Health.Trouble::restartHelps).isPresent();
    json.put("status", failing ? "failing" : health.trouble().isPresent() ? "degraded" : "ok")
        .put("version", health.version())
        .put("uptimeSeconds", health.uptime().toSeconds());
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
}
