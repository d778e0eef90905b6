package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shiftscope.server.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves, runs the quick start through REST, and says where its result is. */
@Command(
    name = "demo",
    description =
        "Serves, runs the quick-start sweep, prints the address of its result page, and goes on"
            + " serving until Ctrl-C.")
final class Demo implements Callable<Integer> {

  @Mixin private final ServerOptions options = new ServerOptions();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = terminal.out();
    RunningServer server = LaunchServer.with(options, out);
    var quickStart = new RunQuickStart(new RestClient(server.address(), Optional.empty()), out);
    quickStart.run(new ProgressBar(out, ProgressBar.isTerminal()));
    LaunchServer.untilStopped(server.outdated());
    return 0;
  }
}
