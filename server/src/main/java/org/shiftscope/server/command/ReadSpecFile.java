package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.server.rest.ReadJson;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;

/** Reads the spec that a command line names: a file, - for the standard input, or a preset's id. */
final class ReadSpecFile {

  static final String WHAT =
      "A file with a spec as JSON, - for the standard input, or a preset's id (shiftscope"
          + " presets).";

  private ReadSpecFile() {}

  static JsonNode named(String name, CommandLine command) throws IOException {
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
                      command, "There is neither a file nor a preset called " + name + "."));
    } catch (IllegalArgumentException notJson) {
      throw new ParameterException(command, name + " " + notJson.getMessage());
    }
  }
}
