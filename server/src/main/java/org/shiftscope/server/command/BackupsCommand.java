package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists the backups that a server has, looks whether one is whole, or ends what it does now. */
@Command(
    name = "backups",
    description =
        "Lists the backups in a server's folder, the newest first; or has the server look whether"
            + " one of them is whole, lists what is wrong, and ends with 3 then; or ends what the"
            + " server does with one now.")
final class BackupsCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  /** One of them at most. */
  private static final class Asked {
    @Option(
        names = "--verify",
        paramLabel = "NAME",
        description = "The one to be looked at, which the server restores for it.")
    private @Nullable String verified;

    @Option(
        names = "--cancel",
        description = "Ends the making or verifying of one, of which nothing stays.")
    private boolean cancel;
  }

  @ArgGroup private final Asked asked = new Asked();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestClient rest = server.open();
    PrintWriter out = terminal.out();
    int code = answer(rest, out);
    out.flush();
    return code;
  }

  private int answer(RestClient rest, PrintWriter out) throws IOException, InterruptedException {
    if (asked.cancel) {
      out.println("Cancelled: " + rest.cancelBackup().get("name").asString());
      return ExitCode.DONE;
    }
    return asked.verified == null
        ? list(rest, out)
        : verify(rest.verifyBackup(asked.verified), out);
  }

  private static int list(RestClient rest, PrintWriter out)
      throws IOException, InterruptedException {
    for (JsonNode backup : rest.get("/api/backups")) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s %,d bytes, %s, %d experiments, %d results, Shiftscope %s, schema %s",
              backup.get("name").asString(),
              backup.get("size").asLong(),
              backup.get("nightly").asBoolean() ? "by night" : "by hand",
              backup.get("experiments").asLong(),
              backup.get("results").asLong(),
              backup.get("version").asString(),
              backup.get("schema").asString()));
    }
    return ExitCode.DONE;
  }

  private static int verify(JsonNode found, PrintWriter out) {
    JsonNode wrong = found.get("wrong");
    wrong.forEach(clause -> out.println("WRONG: " + clause.asString()));
    out.printf(
        "%d experiments, %d results: %s%n",
        found.get("experiments").asLong(),
        found.get("results").asLong(),
        wrong.isEmpty() ? "all as stored." : wrong.size() + " things wrong.");
    return wrong.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
  }
}
