package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Fetches what an experiment on a server found. */
@Command(
    name = "results",
    description =
        "Fetches an experiment's results from a server: into a folder as JSON and CSV, or what was"
            + " found in sentences.")
final class ResultsCommand implements Callable<Integer> {

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Mixin private final FigureFolder files = new FigureFolder();

  @Option(names = "--json", description = "Prints the results as JSON in place of the sentences.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Path> folder = files.folder();
    PrintWriter out = terminal.out();
    RestClient rest = server.open();
    String path = "/api/experiments/" + id;
    JsonNode experiment = rest.get(path);
    JsonNode results = rest.get(path + "/results");
    JsonNode findings = rest.get(path + "/findings");
    if (folder.isPresent()) {
      new WriteResultFolder(experiment, results, findings).into(folder.get());
      files.draw(rest, path + "/figures", "");
    }
    if (json) {
      out.println(results);
    } else {
      TellEnd.sayFound(out, findings);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
