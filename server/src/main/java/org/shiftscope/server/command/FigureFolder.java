package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Where a command writes files, and whether the figures are among them. */
final class FigureFolder {

  private static final Set<String> FORMATS = Set.of("svg", "png");

  @Option(names = "--out", paramLabel = "FOLDER", description = "Gets the files.")
  private @Nullable Path folder;

  @Option(
      names = "--figures",
      paramLabel = "FORMAT",
      arity = "0..1",
      fallbackValue = "svg",
      description = "Draws the figures into the folder, too: svg (the default) or png.")
  private @Nullable String figures;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Where files are to be written, if anywhere. */
  Optional<Path> folder() {
    if (figures != null && (folder == null || !FORMATS.contains(figures))) {
      throw new ParameterException(
          spec.commandLine(), "--figures is svg or png, and needs --out, a folder for them.");
    }
    return Optional.ofNullable(folder);
  }

  /**
   * Draws them, where that is asked for.
   *
   * @param path of their list
   * @param query that it is asked with, and each of them; empty for none
   */
  void draw(RestClient rest, String path, String query) throws IOException, InterruptedException {
    if (folder == null || figures == null) {
      return;
    }
    Path into = Files.createDirectories(folder.resolve("figures"));
    for (JsonNode figure : rest.get(path + "?" + query)) {
      String id = figure.get("id").asString();
      Files.write(
          into.resolve(id + "." + figures),
          rest.bytes(path + "/" + id + "?" + query + "&format=" + figures));
    }
  }
}
