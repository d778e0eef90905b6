package org.shiftscope.server.command;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The flags of the server, all as text: the configuration checks them together with the values from
 * the environment and the file, and reports every problem at once.
 */
final class ServerOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port, 0 for a free one. Default: 8080.")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The address of this machine to listen on: 0.0.0.0 for all. Default: 127.0.0.1, which"
              + " other machines cannot reach.")
  private @Nullable String host;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description =
          "The path below which everything is, as a reverse proxy passes it on: /shiftscope."
              + " Default: /.")
  private @Nullable String path;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "The server's certificate in PEM, with those that signed it below: it answers by https"
              + " then, and takes a renewed one into use by itself. Default: none.")
  private @Nullable String tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key in PEM, without a password.")
  private @Nullable String tlsKey;

  @Option(
      names = "--bin",
      paramLabel = "DAYS",
      description =
          "Days after which a deleted experiment is purged for good; until then it can be restored."
              + " Default: 30.")
  private @Nullable String bin;

  @Option(
      names = "--names",
      paramLabel = "NAMES",
      description =
          "The names by which browsers reach it, with commas between them: lab.example.org. Others"
              + " are refused. Default: those of the loopback and the address of --host; with"
              + " 0.0.0.0 this machine's name and every IP address.")
  private @Nullable String names;

  @Option(
      names = "--proxies",
      paramLabel = "ADDRESSES",
      description =
          "The addresses of reverse proxies, with commas between them: 127.0.0.1. What they say of"
              + " where a request came from, and whether by https, is believed; what others say is"
              + " not. Default: none.")
  private @Nullable String proxies;

  @Option(
      names = "--open-to-network",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Lets whoever reaches it use it without an account, until there is one. Default: false;"
              + " only a server that nobody but its own machine reaches is open then.")
  private @Nullable String openToNetwork;

  @Option(
      names = "--session-idle",
      paramLabel = "HOURS",
      description = "Hours after which who does nothing has to sign in again. Default: 24.")
  private @Nullable String sessionIdle;

  @Option(
      names = "--session-length",
      paramLabel = "DAYS",
      description = "Days after which everybody has to sign in again. Default: 30.")
  private @Nullable String sessionLength;

  @Option(
      names = "--audit",
      paramLabel = "DAYS",
      description = "Days for which it is kept who did what. Default: 365.")
  private @Nullable String audit;

  @Option(
      names = "--ended-shares",
      paramLabel = "DAYS",
      description =
          "Days after which a shared view whose link has ended is purged for good. Default: 365.")
  private @Nullable String endedShares;

  @Option(
      names = "--backup-folder",
      paramLabel = "FOLDER",
      description =
          "Gets a backup of the record each night; none for no backups. Default: backups, in the"
              + " data folder.")
  private @Nullable String backupFolder;

  @Option(
      names = "--backup-time",
      paramLabel = "TIME",
      description = "When, by this machine's clock. Default: 03:00.")
  private @Nullable String backupTime;

  @Option(
      names = "--backups-kept",
      paramLabel = "COUNT",
      description = "Nightly backups that stay; older ones go. Default: 7.")
  private @Nullable String backupsKept;

  @Mixin private final WorkOptions work = new WorkOptions();

  @Mixin private final ObserveOptions observe = new ObserveOptions();

  @Mixin private final OidcOptions oidc = new OidcOptions();

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
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    put(flags, Setting.PORT, port);
    put(flags, Setting.HOST, host);
    put(flags, Setting.PATH, path);
    put(flags, Setting.TLS_CERTIFICATE, tlsCertificate);
    put(flags, Setting.TLS_KEY, tlsKey);
    put(flags, Setting.BIN, bin);
    put(flags, Setting.NAMES, names);
    put(flags, Setting.PROXIES, proxies);
    put(flags, Setting.OPEN_TO_NETWORK, openToNetwork);
    put(flags, Setting.SESSION_IDLE, sessionIdle);
    put(flags, Setting.SESSION_LENGTH, sessionLength);
    put(flags, Setting.AUDIT, audit);
    put(flags, Setting.ENDED_SHARES, endedShares);
    observe.putInto(flags);
    put(flags, Setting.BACKUP_FOLDER, backupFolder);
    put(flags, Setting.BACKUP_TIME, backupTime);
    put(flags, Setting.BACKUPS_KEPT, backupsKept);
    oidc.putInto(flags);
    return work.load(flags);
  }

  static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.put(setting, value);
    }
  }
}
