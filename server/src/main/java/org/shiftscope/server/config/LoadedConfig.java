package org.shiftscope.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiftscope.server.tls.CertificateFiles;
import org.shiftscope.storage.DatabaseAddress;

/**
 * A configuration and where each of its values came from.
 *
 * @param config the configuration
 * @param given the value of every setting, as written
 */
public record LoadedConfig(ServerConfig config, List<GivenSetting> given) {

  /**
   * One line for each setting, to be printed once at the start; none for those of an OpenID
   * provider, or of a database of PostgreSQL, where there is none.
   */
  public String print() {
    return given.stream()
        .filter(one -> config.access().oidc().isPresent() || !isOfProvider(one))
        .filter(one -> config.record().database().isPresent() || !isOfDatabase(one))
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isOfProvider(GivenSetting one) {
    return one.setting().compareTo(Setting.OIDC_ISSUER) >= 0;
  }

  private static boolean isOfDatabase(GivenSetting one) {
    return one.setting().compareTo(Setting.DATABASE) >= 0
        && one.setting().compareTo(Setting.DATABASE_PASSWORD) <= 0;
  }

  private String line(GivenSetting one) {
    return String.format(
        Locale.ROOT, "  %-15s = %s (%s)", one.setting().key(), effective(one), one.source());
  }

  private String effective(GivenSetting one) {
    if (one.setting().secret()) {
      return one.value().isBlank() ? "" : "(hidden)";
    }
    return switch (one.setting()) {
      case PORT -> Integer.toString(config.listen().port());
      case HOST -> config.listen().host();
      case PATH -> config.listen().path() + "/";
      case TLS_CERTIFICATE -> file(CertificateFiles::certificate);
      case TLS_KEY -> file(CertificateFiles::key);
      case DATA -> config.data().toString();
      case DATABASE -> config.record().database().map(DatabaseAddress::shown).orElse("");
      case DATABASE_USER, DATABASE_PASSWORD_FILE, DATABASE_PASSWORD -> one.value().strip();
      case SLOTS -> Integer.toString(config.slots());
      case DEVICE -> config.device().name().toLowerCase(Locale.ROOT);
      case BIN -> Long.toString(config.bin().toDays());
      case NAMES -> String.join(",", config.access().names());
      case PROXIES -> String.join(",", config.access().proxies());
      case OPEN_TO_NETWORK -> Boolean.toString(config.access().openToNetwork());
      case SESSION_IDLE -> Long.toString(config.access().sessions().idle().toHours());
      case SESSION_LENGTH -> Long.toString(config.access().sessions().length().toDays());
      case AUDIT -> Long.toString(config.access().audit().toDays());
      case ENDED_SHARES -> Long.toString(config.access().endedShares().toDays());
      case BACKUP_FOLDER -> config.backups().folder().map(Path::toString).orElse("none");
      case BACKUP_TIME -> config.backups().time().toString();
      case BACKUPS_KEPT -> Integer.toString(config.backups().kept());
      case OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET_FILE,
          OIDC_CLIENT_SECRET,
          OIDC_TITLE,
          OIDC_SCOPES,
          OIDC_NAME,
          OIDC_GROUPS,
          OIDC_ROLES,
          OIDC_DEFAULT_ROLE,
          OIDC_NEWCOMERS ->
          one.value().strip();
    };
  }

  private String file(Function<CertificateFiles, Path> which) {
    return config.listen().tls().map(which).map(Path::toString).orElse("");
  }
}
