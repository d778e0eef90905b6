package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Submits the quick start, follows it by its events, and says where its result is. */
record RunQuickStart(RestClient rest, PrintWriter out) {

  /** Returns once the experiment has ended. */
  void run(ProgressBar bar) throws IOException, InterruptedException {
    JsonNode preset = rest.get("/api/presets").get(0);
    JsonNode experiment = rest.submit(preset.get("spec"), "");
    out.println("Running \"" + experiment.get("title").asString() + "\":");
    out.flush();
    end(new FollowExperiment(rest, path(experiment)).untilEnd(bar, event -> {}));
  }

  private static String path(JsonNode experiment) {
    return "/api/experiments/" + experiment.get("id").asString();
  }

  private void end(JsonNode experiment) throws IOException, InterruptedException {
    String state = experiment.get("state").asString();
    if (!state.equals("finished")) {
      out.println("The quick start has " + state + ":" + failures(experiment));
    }
    out.println("Result page: " + rest.link(experiment.at("/links/page").asString()));
    out.println("Serving until Ctrl-C.");
    out.flush();
  }

  private String failures(JsonNode experiment) throws IOException, InterruptedException {
    return TellEnd.failures(rest.get(path(experiment) + "/results"));
  }
}
