package org.shiftscope.server.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Compares experiments of a server at equal T. */
@Command(
    name = "compare",
    description =
        "Compares experiments of a server with the first of them at equal T: prints what was"
            + " found, and writes the comparison and its tests into a folder.")
final class CompareCommand implements Callable<Integer> {

  private static final String PATH = "/api/comparison";

  @Mixin private final ServerConnection server = new ServerConnection();
  @Mixin private final FigureFolder files = new FigureFolder();

  @Parameters(
      paramLabel = "ID",
      arity = "2..8",
      description = "The experiments' ids, the reference first.")
  private List<String> ids = List.of();

  @Option(
      names = "--quantity",
      paramLabel = "ID",
      description = "Of which the figures are, as comparison.json names it. Default: the first.")
  private String quantity = "";

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Path> folder = files.folder();
    RestClient rest = server.open();
    String query = "experiments=" + encoded(String.join(",", ids));
    JsonNode comparison = rest.get(PATH + "?" + query);
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
      WriteResultFolder.json(folder.get(), "comparison", comparison);
      Files.write(
          folder.get().resolve("comparison.csv"), rest.bytes(PATH + "?" + query + "&format=csv"));
      files.draw(
          rest,
          PATH + "/figures",
          quantity.isEmpty() ? query : query + "&quantity=" + encoded(quantity));
    }
    terminal.say(comparison.get("sentence").asString());
    return ExitCode.DONE;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
