package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Submits the quick start, follows it by its events, and says where its result is. */
record RunQuickStart(RestClient rest, PrintWriter out) {

  /** Returns once the experiment has ended. */
  void run(ProgressBar bar) throws IOException, InterruptedException {
    JsonNode preset = rest.get("/api/presets").get(0);
    JsonNode experiment = rest.post("/api/experiments", preset.get("spec"));
    out.println("Running \"" + experiment.get("title").asString() + "\":");
    out.flush();
    String self = experiment.at("/links/self").asString();
    try (Stream<String> lines = rest.lines(self + "/events?until=end")) {
      // An id comes with each lasting event, a name with each event: one look for each event.
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("event:")) {
          bar.show(rest.get(self).get("progress"));
        }
      }
    }
    bar.end();
    end(rest.get(self));
  }

  private void end(JsonNode experiment) throws IOException, InterruptedException {
    String state = experiment.get("state").asString();
    if (!state.equals("finished")) {
      out.println("The quick start has " + state + ":" + failures(experiment));
    }
    out.println("Result page: " + rest.address().resolve(experiment.at("/links/page").asString()));
    out.println("Serving until Ctrl-C.");
    out.flush();
  }

  private String failures(JsonNode experiment) throws IOException, InterruptedException {
    var sentences = new StringBuilder();
    for (JsonNode trial : rest.get(experiment.at("/links/results").asString()).get("trials")) {
      JsonNode failure = trial.path("failure");
      if (failure.isString()) {
        sentences.append("\n  ").append(trial.get("label").asString()).append(": ");
        sentences.append(failure.asString());
      }
    }
    return sentences.toString();
  }
}
