package org.shiftscope.compute.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files of this module. With {@code -Dgolden.write=true} the tests write them anew
 * instead of comparing; look at the difference before it is committed.
 */
final class GoldenFiles {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Path FOLDER = Path.of("src/test/resources/org/shiftscope/compute/golden");

  private GoldenFiles() {}

  static boolean writing() {
    return Boolean.getBoolean("golden.write");
  }

  /** The names of the JSON files in a folder without their ending, in order. */
  static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String folder, String name) {
    return JSON.readTree(text(folder + "/" + name + ".json"));
  }

  static String pretty(JsonNode json) {
    return JSON.writeValueAsString(json) + "\n";
  }

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String file, String text) {
    try {
      Files.writeString(FOLDER.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trial of a golden result: 0 where none is named. */
  static int trial(JsonNode golden) {
    return golden.path("trial").asInt(0);
  }
}
