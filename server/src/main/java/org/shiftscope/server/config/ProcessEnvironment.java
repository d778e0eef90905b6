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

  /** The default of a setting. One trial for each core: two threads in one trial gain less. */
  String valueOf(Setting setting) {
    return switch (setting) {
      case PORT -> "8080";
      case HOST -> "127.0.0.1";
      case PATH -> "/";
      case TLS_CERTIFICATE, TLS_KEY -> "";
      case DATA -> "data";
      case DATABASE, DATABASE_USER, DATABASE_PASSWORD_FILE, DATABASE_PASSWORD -> "";
      case SLOTS -> Integer.toString(cores);
      case DEVICE -> "auto";
      case CHECKPOINTS -> "";
      case RESUME_ON_OTHER_KERNELS -> "anew";
      case TRIAL_TIME_LIMIT, TRIAL_MEMORY_LIMIT -> "0";
      case BIN, SESSION_LENGTH -> "30";
      case NAMES, PROXIES -> "";
      case OPEN_TO_NETWORK, OIDC_NEWCOMERS -> "false";
      case SESSION_IDLE -> "24";
      case AUDIT, ENDED_SHARES -> "365";
      case BACKUP_FOLDER -> "";
      case BACKUP_TIME -> "03:00";
      case BACKUPS_KEPT -> "7";
      case LOG_FORMAT -> "text";
      case METRICS_OPEN_TO, ADDRESS -> "";
      case NOTICES_TO_LOOPBACK -> "false";
      case MAIL_HOST, MAIL_FROM, MAIL_USER, MAIL_PASSWORD_FILE, MAIL_PASSWORD -> "";
      case MAIL_PORT -> "587";
      case MAIL_SECURITY -> "starttls";
      case OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET_FILE, OIDC_CLIENT_SECRET -> "";
      case OIDC_TITLE, OIDC_ROLES -> "";
      case OIDC_SCOPES -> "openid profile email";
      case OIDC_NAME -> "preferred_username";
      case OIDC_GROUPS -> "groups";
      case OIDC_DEFAULT_ROLE -> "viewer";
    };
  }
}
