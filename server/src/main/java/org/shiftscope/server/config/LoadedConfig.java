package org.shiftscope.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<Setting> OF_WORKER =
      Set.of(
          Setting.DATA,
          Setting.DATABASE,
          Setting.DATABASE_USER,
          Setting.SLOTS,
          Setting.DEVICE,
          Setting.CHECKPOINTS,
          Setting.RESUME_ON_OTHER_KERNELS,
          Setting.TRIAL_TIME_LIMIT,
          Setting.LOG_FORMAT);

  /**
   * One line for each setting, to be printed once at the start; none for those of a database of
   * PostgreSQL, of e-mail or of an OpenID provider where there is none.
   */
  public String print() {
    return given.stream().filter(this::isUsed).map(this::line).collect(Collectors.joining("\n"));
  }

  private boolean isUsed(GivenSetting one) {
    String key = one.setting().key();
    if (key.startsWith("database")) {
      return config.record().database().isPresent();
    }
    if (key.startsWith("mail-")) {
      return config.observe().mail().isPresent();
    }
    return !key.startsWith("oidc-") || config.access().oidc().isPresent();
  }

  /**
   * The configuration of a worker.
   *
   * @throws InvalidConfig where it would run no trials, or nobody could give it any
   */
  public ServerConfig ofWorker() {
    List<ConfigProblem> problems =
        given.stream()
            .flatMap(one -> lawOfWorker(one.setting()).map(law -> problem(one, law)).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
    return config;
  }

  private static ConfigProblem problem(GivenSetting one, String law) {
    return new ConfigProblem(one.setting().key(), one.source(), law, one.value());
  }

  /** The law of workers that a setting breaks. */
  private Optional<String> lawOfWorker(Setting setting) {
    return switch (setting) {
      case DATABASE ->
          config.record().database().isPresent()
              ? Optional.empty()
              : Optional.of(
                  "must be the database of PostgreSQL that the server and all workers share");
      case SLOTS ->
          config.work().slots() > 0
              ? Optional.empty()
              : Optional.of("must be a whole number from 1 to 1024 for a worker");
      default -> Optional.empty();
    };
  }

  /** The lines of the settings that a worker uses. */
  public String printOfWorker() {
    return given.stream()
        .filter(one -> OF_WORKER.contains(one.setting()) && isUsed(one))
        .map(this::line)
        .collect(Collectors.joining("\n"));
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
      case SLOTS -> Integer.toString(config.work().slots());
      case DEVICE -> config.work().device().name().toLowerCase(Locale.ROOT);
      case CHECKPOINTS -> config.record().checkpoints().map(Path::toString).orElse("database");
      case RESUME_ON_OTHER_KERNELS -> config.work().resume().id();
      case TRIAL_TIME_LIMIT ->
          Long.toString(config.work().limits().time().map(Duration::toHours).orElse(0L));
      case TRIAL_MEMORY_LIMIT ->
          Long.toString(config.work().limits().memory().map(bytes -> bytes / 1_000_000).orElse(0L));
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
      case LOG_FORMAT -> config.observe().logFormat().id();
      case METRICS_OPEN_TO -> String.join(",", config.observe().metricsOpenTo());
      case ADDRESS -> config.observe().address().map(URI::toString).orElse("");
      case NOTICES_TO_LOOPBACK -> Boolean.toString(config.observe().noticesToLoopback());
      case MAIL_HOST,
          MAIL_PORT,
          MAIL_SECURITY,
          MAIL_FROM,
          MAIL_USER,
          MAIL_PASSWORD_FILE,
          MAIL_PASSWORD,
          OIDC_ISSUER,
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
