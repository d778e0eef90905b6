package org.shiftscope.server.config;

import java.util.Locale;

/** What can be set, by a flag, in the environment, or in the properties file. */
public enum Setting {
  /** The TCP port. */
  PORT,
  /** The name or address of this machine that is listened on. */
  HOST,
  /** The folder of the database and the datasets. */
  DATA,
  /** Trials that run at the same time on the cpu. */
  SLOTS,
  /** What trials run on: auto, cpu or gpu. */
  DEVICE,
  /** Days after which a deleted experiment is purged. */
  BIN;

  /** Its name in the properties file: {@code port}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name on the command line: {@code --port}. */
  public String flag() {
    return "--" + key();
  }

  /** Its name in the environment: {@code SHIFTSCOPE_PORT}. */
  public String variable() {
    return ReadConfig.PREFIX + name();
  }
}
