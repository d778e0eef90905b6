package org.shiftscope.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows an experiment on a server. */
@Command(
    name = "watch",
    description = "Follows an experiment on a server until it has ended, and says what was found.")
final class WatchCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(
      names = "--json",
      description = "Prints each event as a line of JSON, and the experiment as the last.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new WatchExperiment(server.open(), terminal.command(), json).call(id);
  }
}
