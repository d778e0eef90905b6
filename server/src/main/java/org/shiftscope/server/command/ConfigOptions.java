package org.shiftscope.server.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.ProcessEnvironment;
import org.shiftscope.server.config.ReadConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of whatever is configured, a server or a worker. */
final class ConfigOptions {

  @Mixin private final SettingFlags flags;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A properties file of these settings (port = 8080 ...). Default: shiftscope.properties in"
              + " the data folder. The environment (SHIFTSCOPE_PORT ...) wins over the file, and"
              + " flags win over both.")
  private @Nullable String config;

  /**
   * Those of a server or a worker.
   *
   * @param taker which of them
   */
  ConfigOptions(Setting.Taker taker) {
    flags = new SettingFlags(taker);
  }

  /** The configuration from all its sources. */
  LoadedConfig load() {
    return ReadConfig.from(
        flags.given(), Optional.ofNullable(config), ProcessEnvironment.ofThisProcess());
  }
}
