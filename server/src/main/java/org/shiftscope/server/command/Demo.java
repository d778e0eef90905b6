package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shiftscope.server.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves, runs the quick start through REST, and says where its result is. */
@Command(
    name = "demo",
    description =
        "Serves, runs the quick-start sweep, prints the address of its result page, and goes on"
            + " serving until Ctrl-C.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class Demo implements Callable<Integer> {

  @Mixin private final ServerOptions options = new ServerOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    RunningServer server = LaunchServer.with(options, out);
    var quickStart = new RunQuickStart(new RestClient(server.address(), Optional.empty()), out);
    quickStart.run(new ProgressBar(out, ProgressBar.isTerminal()));
    LaunchServer.untilStopped(server.outdated());
    return 0;
  }
}
