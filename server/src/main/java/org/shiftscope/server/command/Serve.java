package org.shiftscope.server.command;

import java.util.concurrent.Callable;
import org.shiftscope.server.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves until the process is told to end. */
@Command(name = "serve", description = "Serves pages and REST until Ctrl-C.")
final class Serve implements Callable<Integer> {

  @Mixin private final ServerOptions options = new ServerOptions();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws InterruptedException {
    RunningServer server = LaunchServer.with(options, terminal.out());
    LaunchServer.untilStopped(server.outdated());
    return 0;
  }
}
