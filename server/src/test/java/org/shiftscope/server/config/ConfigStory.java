package org.shiftscope.server.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is read from flags, an environment and files. */
abstract class ConfigStory {

  @TempDir Path folder;

  final Map<Setting, String> flags = new HashMap<>();

  final Map<String, String> environment = new HashMap<>();

  Optional<String> configFlag = Optional.empty();

  LoadedConfig read() {
    return ReadConfig.from(flags, configFlag, new ProcessEnvironment(environment, folder, 3));
  }

  InvalidConfig refusal() {
    return catchThrowableOfType(InvalidConfig.class, this::read);
  }

  void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
