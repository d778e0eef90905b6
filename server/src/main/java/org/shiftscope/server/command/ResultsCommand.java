package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Fetches what an experiment on a server found. */
@Command(
    name = "results",
    description =
        "Fetches an experiment's results from a server: into a folder as JSON and CSV, or what was"
            + " found as a sentence.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class ResultsCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Gets the files.")
  private @Nullable Path folder;

  @Option(names = "--json", description = "Prints the results as JSON in place of the sentence.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    RestClient rest = server.open();
    String path = "/api/experiments/" + id;
    JsonNode experiment = rest.get(path);
    JsonNode results = rest.get(path + "/results");
    JsonNode findings = rest.get(path + "/findings");
    if (folder != null) {
      new WriteResultFolder(experiment, results, findings).into(folder);
    }
    out.println(json ? results : findings.get("sentence").asString());
    out.flush();
    return ExitCode.DONE;
  }
}
