package org.shiftscope.server.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shows the queue of a server, or gives an experiment another place in it. */
@Command(
    name = "queue",
    description =
        "Shows the lanes of a server and the experiments that wait, the one that is next first; or"
            + " gives an experiment another place.")
final class QueueCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @ArgGroup(exclusive = false)
  private @Nullable Place place;

  @Mixin private final Terminal terminal = new Terminal();

  /** Another place for an experiment. */
  private static final class Place {

    @Parameters(paramLabel = "ID", description = "The id of an experiment to be moved.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Where where;
  }

  /** Where to. */
  private static final class Where {

    @Option(
        names = "--priority",
        paramLabel = "NUMBER",
        description = "-10 to 10; those of a higher one go first.")
    private @Nullable Integer priority;

    @Option(names = "--front", description = "Before all others that wait.")
    private boolean front;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestClient rest = server.open();
    if (place != null) {
      move(rest, place);
    }
    show(rest);
    return ExitCode.DONE;
  }

  private static void move(RestClient rest, Place to) throws IOException, InterruptedException {
    String path = "/api/experiments/" + to.id;
    if (to.where.priority == null) {
      rest.post(path + "/front", JsonNodeFactory.instance.objectNode());
    } else {
      rest.patch(path, JsonNodeFactory.instance.objectNode().put("priority", to.where.priority));
    }
  }

  private void show(RestClient rest) throws IOException, InterruptedException {
    for (JsonNode lane : rest.get("/api/lanes")) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "%-12s %s, %d running, %d waiting",
              lane.get("device").asString(),
              lane.get("paused").isNull() ? "open" : "paused",
              lane.get("running").asInt(),
              lane.get("waiting").asInt()));
    }
    for (JsonNode each : rest.get("/api/queue")) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "%s %+3d %s",
              each.get("id").asString(),
              each.get("priority").asInt(),
              each.get("title").asString()));
    }
  }
}
