package org.shiftscope.server.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the process runs.
 *
 * @param environment the process's environment
 * @param folder the working folder, which relative paths start from
 * @param cores the machine's cores
 */
public record ProcessEnvironment(Map<String, String> environment, Path folder, int cores) {

  /** Those of this process. */
  public static ProcessEnvironment ofThisProcess() {
    return new ProcessEnvironment(
        System.getenv(), Path.of("").toAbsolutePath(), Runtime.getRuntime().availableProcessors());
  }

  /** The default of a setting. */
  String valueOf(Setting setting) {
    return setting == Setting.SLOTS ? Integer.toString(cores) : setting.usual();
  }
}
