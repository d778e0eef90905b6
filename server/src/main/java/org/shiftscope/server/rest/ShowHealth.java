package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells how the server is; 503 with a sentence where it cannot do its work. */
final class ShowHealth implements Handler {

  private final CheckHealth check;

  ShowHealth(CheckHealth check) {
    this.check = check;
  }

  @Override
  public void handle(Context request) {
    Health health = check.now();
    ObjectNode json =
        health.failure().map(MapErrors::error).orElseGet(JsonNodeFactory.instance::objectNode);
    json.put("status", health.failure().isPresent() ? "failing" : "ok")
        .put("version", health.version())
        .put("uptimeSeconds", health.uptime().toSeconds());
    json.put("devices", health.devices());
    ArrayNode lanes = json.putArray("lanes");
    health.lanes().forEach(lane -> add(lanes, lane));
    json.putObject("trials")
        .put("running", health.lanes().stream().mapToInt(Health.Lane::running).sum())
        .put("queued", health.queued());
    json.putObject("data").put("freeBytes", health.freeBytes());
    request
        .status(health.failure().isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
        .json(json);
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
