package org.shiftscope.server.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Says how an experiment ended, and gives the exit code. */
final class TellEnd {

  private TellEnd() {}

  /** Says it: what was found, and which trials failed and why. */
  static int say(PrintWriter out, JsonNode experiment, JsonNode results, JsonNode findings) {
    String state = experiment.get("state").asString();
    out.println(
        "Experiment "
            + experiment.get("id").asString()
            + " has ended: "
            + state
            + "."
            + failures(results));
    sayFound(out, findings);
    out.flush();
    return exitCode(experiment);
  }

  /** What was found, a sentence to a line. */
  static void sayFound(PrintWriter out, JsonNode findings) {
    findings.path("sentences").forEach(each -> out.println(each.asString()));
  }

  static int exitCode(JsonNode experiment) {
    return experiment.get("state").asString().equals("finished")
        ? ExitCode.DONE
        : ExitCode.UNFINISHED;
  }

  /** A line for each trial that failed, each after a line break. */
  static String failures(JsonNode results) {
    var sentences = new StringBuilder();
    for (JsonNode trial : results.get("trials")) {
      JsonNode failure = trial.path("failure");
      if (failure.isString()) {
        sentences.append("\n  ").append(trial.get("label").asString("")).append(": ");
        sentences.append(failure.asString());
      }
    }
    return sentences.toString();
  }
}
