package org.shiftscope.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Queues trials on a server again that have no result. */
@Command(
    name = "retry",
    description =
        "Queues again the trials of an experiment that failed or were cancelled, and prints its"
            + " state.")
final class RetryCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @ArgGroup private @Nullable Which which;

  @Mixin private final Terminal terminal = new Terminal();

  /** Some of them. */
  private static final class Which {

    @Option(names = "--failed", description = "Those alone that failed.")
    private boolean failed;

    @Option(names = "--trial", paramLabel = "NUMBER", description = "One trial alone.")
    private @Nullable Integer trial;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode now =
        server
            .open()
            .post("/api/experiments/" + id + path(), JsonNodeFactory.instance.objectNode());
    terminal.say(now.get("state").asString());
    return ExitCode.DONE;
  }

  private String path() {
    if (which == null) {
      return "/retry";
    }
    return which.trial == null ? "/retry-failed" : "/trials/" + which.trial + "/retry";
  }
}
