package org.shiftscope.server.command;

import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of the server. */
final class ServerOptions {

  @Mixin private final ConfigOptions config = new ConfigOptions(Setting.Taker.SERVER);

  @Option(
      names = "--accept-damage",
      description =
          "Goes on with what is left of a damaged database, and lists what is missing. For one"
              + " start: without it, a database that lost something is refused.")
  private boolean acceptDamage;

  /** Whether a damaged database may be opened. */
  boolean acceptDamage() {
    return acceptDamage;
  }

  /** The configuration from all its sources. */
  LoadedConfig load() {
    return config.load();
  }
}
