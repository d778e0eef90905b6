package org.shiftscope.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Submits a spec to a server. */
@Command(name = "submit", description = "Submits an experiment to a server, and prints its id.")
final class SubmitCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Mixin private final SpecFile file = new SpecFile();

  @Option(names = "--watch", description = "Waits until it has ended, and says what was found.")
  private boolean watch;

  @Option(
      names = "--priority",
      paramLabel = "NUMBER",
      description = "-10 to 10; those of a higher one go first. Default: 0.")
  private @Nullable Integer priority;

  @Option(
      names = "--trial-hours",
      paramLabel = "HOURS",
      description =
          "Hours that each trial may take, over all its attempts. Default: the server's own limit.")
  private @Nullable Double trialHours;

  @Option(names = "--json", description = "Prints the experiment as JSON in place of its id.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestClient rest = server.open();
    JsonNode experiment = rest.submit(file.read(), query());
    if (watch) {
      terminal.err().println(rest.link(experiment.at("/links/page").asString()));
      return new WatchExperiment(rest, terminal.command(), json)
          .call(experiment.get("id").asString());
    }
    terminal.say(json ? experiment : experiment.get("id").asString());
    return ExitCode.DONE;
  }

  private String query() {
    String query =
        (priority == null ? "" : "&priority=" + priority)
            + (trialHours == null ? "" : "&trialHours=" + trialHours);
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }
}
