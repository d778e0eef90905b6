package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists the backups that a server has, or looks whether one of them is whole. */
@Command(
    name = "backups",
    description =
        "Lists the backups in a server's folder, the newest first; or has the server look whether"
            + " one of them is whole, lists what is wrong, and ends with 3 then.")
final class BackupsCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Option(
      names = "--verify",
      paramLabel = "NAME",
      description = "The one to be looked at, which the server restores for it.")
  private @Nullable String verified;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestClient rest = server.open();
    PrintWriter out = terminal.out();
    int code = verified == null ? list(rest, out) : verify(rest.verifyBackup(verified), out);
    out.flush();
    return code;
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
