package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  private static final Set<String> FORMATS = Set.of("svg", "png");

  @Mixin private final ServerConnection server = new ServerConnection();

  @Parameters(paramLabel = "ID", description = "The experiment's id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Gets the files.")
  private @Nullable Path folder;

  @Option(
      names = "--figures",
      paramLabel = "FORMAT",
      arity = "0..1",
      fallbackValue = "svg",
      description = "Draws its figures into the folder, too: svg (the default) or png.")
  private @Nullable String figures;

  @Option(names = "--json", description = "Prints the results as JSON in place of the sentence.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (figures != null && (folder == null || !FORMATS.contains(figures))) {
      throw new ParameterException(
          spec.commandLine(), "--figures is svg or png, and needs --out, a folder for them.");
    }
    PrintWriter out = spec.commandLine().getOut();
    RestClient rest = server.open();
    String path = "/api/experiments/" + id;
    JsonNode experiment = rest.get(path);
    JsonNode results = rest.get(path + "/results");
    JsonNode findings = rest.get(path + "/findings");
    if (folder != null) {
      new WriteResultFolder(experiment, results, findings).into(folder);
      if (figures != null) {
        draw(rest, path + "/figures", Files.createDirectories(folder.resolve("figures")), figures);
      }
    }
    out.println(json ? results : findings.get("sentence").asString());
    out.flush();
    return ExitCode.DONE;
  }

  private static void draw(RestClient rest, String path, Path into, String format)
      throws IOException, InterruptedException {
    for (JsonNode figure : rest.get(path)) {
      String id = figure.get("id").asString();
      Files.write(
          into.resolve(id + "." + format), rest.bytes(path + "/" + id + "?format=" + format));
    }
  }
}
