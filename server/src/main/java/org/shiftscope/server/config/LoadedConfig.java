package org.shiftscope.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        .filter(one -> one.setting().isFlagOf(Setting.Taker.WORKER) && isUsed(one))
        .filter(one -> one.setting() != Setting.TRIAL_MEMORY_LIMIT) // a server refuses by it
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  private String line(GivenSetting one) {
    return String.format(
        Locale.ROOT, "  %-15s = %s (%s)", one.setting().key(), effective(one), one.source());
  }

  /** Values of which the configuration has more than was written, or another form. */
  private String effective(GivenSetting one) {
    if (one.setting().secret()) {
      return one.value().isBlank() ? "" : "(hidden)";
    }
    return switch (one.setting()) {
      case PATH -> config.listen().path() + "/";
      case TLS_CERTIFICATE -> file(CertificateFiles::certificate);
      case TLS_KEY -> file(CertificateFiles::key);
      case DATA -> config.data().toString();
      case DATABASE -> config.record().database().map(DatabaseAddress::shown).orElse("");
      case CHECKPOINTS -> config.record().checkpoints().map(Path::toString).orElse("database");
      case NAMES -> String.join(",", config.access().names());
      case PROXIES -> String.join(",", config.access().proxies());
      case BACKUP_FOLDER -> config.backups().folder().map(Path::toString).orElse("none");
      case METRICS_OPEN_TO -> String.join(",", config.observe().metricsOpenTo());
      default -> one.value().strip();
    };
  }

  private String file(Function<CertificateFiles, Path> which) {
    return config.listen().tls().map(which).map(Path::toString).orElse("");
  }
}
