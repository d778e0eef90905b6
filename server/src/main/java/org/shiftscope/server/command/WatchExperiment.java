package org.shiftscope.server.command;

import java.io.IOException;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Follows an experiment on a server to its end, and says how it ended and what was found. */
record WatchExperiment(RestClient rest, CommandLine command, boolean json) {

  /** Returns the exit code. */
  int call(String id) throws IOException, InterruptedException {
    String path = "/api/experiments/" + id;
    var bar = new ProgressBar(command.getErr(), ProgressBar.isTerminal());
    JsonNode ended =
        new FollowExperiment(rest, path)
            .untilEnd(
                bar,
                event -> {
                  if (json) {
                    command.getOut().println(event);
                    command.getOut().flush();
                  }
                });
    if (json) {
      command.getOut().println(ended);
      command.getOut().flush();
      return TellEnd.exitCode(ended);
    }
    return TellEnd.say(
        command.getOut(), ended, rest.get(path + "/results"), rest.get(path + "/findings"));
  }
}
