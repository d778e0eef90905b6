package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.server.rest.ReadJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The spec that a command line names: a file, - for the standard input, or a preset's id. */
final class SpecFile {

  @Parameters(
      paramLabel = "SPEC",
      description =
          "A file with a spec as JSON, - for the standard input, or a preset's id (shiftscope"
              + " presets).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String name;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  /**
   * Reads it.
   *
   * @throws ParameterException where there is none, or it is no JSON
   */
  JsonNode read() throws IOException {
    try {
      return name.equals("-")
          ? ReadJson.strictly(System.in.readAllBytes())
          : ReadJson.strictly(Files.readAllBytes(Path.of(name)));
    } catch (NoSuchFileException none) {
      return Presets.find(name)
          .map(preset -> WriteSpec.toJson(preset.spec()))
          .orElseThrow(
              () ->
                  new ParameterException(
                      command.commandLine(),
                      "There is neither a file nor a preset called " + name + "."));
    } catch (IllegalArgumentException notJson) {
      throw new ParameterException(command.commandLine(), name + " " + notJson.getMessage());
    }
  }
}
