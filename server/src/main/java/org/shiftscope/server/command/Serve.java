package org.shiftscope.server.command;

import java.util.concurrent.Callable;
import org.shiftscope.server.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves pages and REST until Ctrl-C.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class Serve implements Callable<Integer> {

  @Mixin private final ServerOptions options = new ServerOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    RunningServer server = LaunchServer.with(options, spec.commandLine().getOut());
    LaunchServer.untilStopped(server.outdated());
    return 0;
  }
}
