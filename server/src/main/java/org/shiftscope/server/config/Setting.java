package org.shiftscope.server.config;

import java.util.Locale;

/** What can be set, by a flag, in the environment, or in the properties file. */
public enum Setting {
  /** The TCP port. */
  PORT,
  /** The name or address of this machine that is listened on. */
  HOST,
  /** The path below which everything is. */
  PATH,
  /** The file of the certificate of https. */
  TLS_CERTIFICATE,
  /** The file of its key. */
  TLS_KEY,
  /** The folder of the database and the datasets. */
  DATA,
  /** Trials that run at the same time on the cpu. */
  SLOTS,
  /** What trials run on: auto, cpu or gpu. */
  DEVICE,
  /** Days after which a deleted experiment is purged. */
  BIN,
  /** Names by which browsers reach it, beside its own. */
  NAMES,
  /** Addresses of the proxies that pass requests on to it. */
  PROXIES,
  /** Whether it is open without accounts to whoever reaches it. */
  OPEN_TO_NETWORK,
  /** Hours after which a session that is not used ends. */
  SESSION_IDLE,
  /** Days after which a session ends in any case. */
  SESSION_LENGTH,
  /** Days for which the audit log is kept. */
  AUDIT;

  /** Its name in the properties file: {@code port}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
