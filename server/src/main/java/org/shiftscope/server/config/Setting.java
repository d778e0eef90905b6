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
  /** The folder of the datasets, of checkpoints, and of the database where that is H2's. */
  DATA,
  /** The database of PostgreSQL; without it, the record is H2's, in the data folder. */
  DATABASE,
  /** The role by which it is opened. */
  DATABASE_USER,
  /** The file that holds the role's password. */
  DATABASE_PASSWORD_FILE,
  /** The role's password; by the environment or the file of settings alone. */
  DATABASE_PASSWORD,
  /** Trials that run at the same time on the cpu. */
  SLOTS,
  /** What trials run on: auto, cpu or gpu. */
  DEVICE,
  /** Where checkpoints are kept: in the database, or in a folder. */
  CHECKPOINTS,
  /** What a trial does whose checkpoint was computed on other kernels. */
  RESUME_ON_OTHER_KERNELS,
  /** Hours that a trial may take. */
  TRIAL_TIME_LIMIT,
  /** Megabytes that a trial may need. */
  TRIAL_MEMORY_LIMIT,
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
  AUDIT,
  /** Days after which a shared view whose link has ended is purged. */
  ENDED_SHARES,
  /** The folder of backups. */
  BACKUP_FOLDER,
  /** The time of the day at which a backup is made. */
  BACKUP_TIME,
  /** How many backups made by themselves stay. */
  BACKUPS_KEPT,
  /** How lines of the log are written: text or json. */
  LOG_FORMAT,
  /** Addresses that read the metrics without a token. */
  METRICS_OPEN_TO,
  /** Where people reach it, for links in what it sends. */
  ADDRESS,
  /** Whether notices may be sent to this machine itself. */
  NOTICES_TO_LOOPBACK,
  /** The SMTP server that takes its e-mail. */
  MAIL_HOST,
  /** Its port. */
  MAIL_PORT,
  /** How the way there is kept: starttls, tls or none. */
  MAIL_SECURITY,
  /** Whose e-mail it comes from. */
  MAIL_FROM,
  /** The name that is shown to it. */
  MAIL_USER,
  /** The file that holds the password. */
  MAIL_PASSWORD_FILE,
  /** The password; by the environment or the file of settings alone. */
  MAIL_PASSWORD,
  /** The OpenID provider by which people sign in. */
  OIDC_ISSUER,
  /** What the provider calls this server. */
  OIDC_CLIENT_ID,
  /** The file that holds what this server shows the provider. */
  OIDC_CLIENT_SECRET_FILE,
  /** What this server shows the provider; by the environment or the file of settings alone. */
  OIDC_CLIENT_SECRET,
  /** What the sign-in page calls the provider. */
  OIDC_TITLE,
  /** What the provider is asked for. */
  OIDC_SCOPES,
  /** The claim that names somebody's account. */
  OIDC_NAME,
  /** The claim that lists somebody's groups. */
  OIDC_GROUPS,
  /** The roles of the provider's groups. */
  OIDC_ROLES,
  /** The role of who is in none of these groups. */
  OIDC_DEFAULT_ROLE,
  /** Whether who has no account gets one. */
  OIDC_NEWCOMERS;

  /** Its name in the properties file: {@code port}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nobody but its owner is to see it: it is no flag, and is printed nowhere. */
  boolean secret() {
    return this == DATABASE_PASSWORD || this == MAIL_PASSWORD || this == OIDC_CLIENT_SECRET;
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
