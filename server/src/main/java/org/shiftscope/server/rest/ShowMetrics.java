package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import org.shiftscope.server.metrics.Metrics;

/** Tells the server's numbers as Prometheus reads them. */
record ShowMetrics(Metrics metrics) implements Handler {

  @Override
  public void handle(Context request) {
    request
        .contentType(Metrics.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .result(metrics.text().getBytes(StandardCharsets.UTF_8));
  }
}
