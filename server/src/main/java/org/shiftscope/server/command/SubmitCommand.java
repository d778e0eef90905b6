package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Submits a spec to a server. */
@Command(
    name = "submit",
    description = "Submits an experiment to a server, and prints its id.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class SubmitCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Mixin private final SpecFile file = new SpecFile();

  @Option(names = "--watch", description = "Waits until it has ended, and says what was found.")
  private boolean watch;

  @Option(names = "--json", description = "Prints the experiment as JSON in place of its id.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    RestClient rest = server.open();
    JsonNode experiment = rest.submit(file.read());
    if (watch) {
      spec.commandLine().getErr().println(rest.link(experiment.at("/links/page").asString()));
      return new WatchExperiment(rest, spec.commandLine(), json)
          .call(experiment.get("id").asString());
    }
    out.println(json ? experiment : experiment.get("id").asString());
    out.flush();
    return ExitCode.DONE;
  }
}
