package org.shiftscope.server.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Option;

/**
 * The flags of the metrics and the notices. The password of e-mail is none: every user of a machine
 * sees flags.
 */
final class ObserveOptions {

  @Option(
      names = "--metrics-open-to",
      paramLabel = "ADDRESSES",
      description =
          "IP addresses that read /metrics without a token, with commas between them: 10.0.0.7."
              + " Default: none.")
  private @Nullable String metricsOpenTo;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Where people reach this server, for links in e-mail and webhooks:"
              + " https://lab.example.org/shiftscope. Default: where it listens.")
  private @Nullable String address;

  @Option(
      names = "--notices-to-loopback",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Lets webhooks be sent to this machine itself, to link-local addresses and to those of"
              + " clouds' metadata. Default: false, since programs there often trust whoever"
              + " reaches them.")
  private @Nullable String noticesToLoopback;

  @Option(
      names = "--mail-host",
      paramLabel = "HOST",
      description = "The SMTP server that takes this server's e-mail. Default: none.")
  private @Nullable String mailHost;

  @Option(names = "--mail-port", paramLabel = "PORT", description = "Its port. Default: 587.")
  private @Nullable String mailPort;

  @Option(
      names = "--mail-security",
      paramLabel = "starttls|tls|none",
      description = "How the way there is kept from others. Default: starttls.")
  private @Nullable String mailSecurity;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "The address that its e-mail comes from: shiftscope@lab.example.org.")
  private @Nullable String mailFrom;

  @Option(
      names = "--mail-user",
      paramLabel = "NAME",
      description = "The name by which it signs in there. Default: none.")
  private @Nullable String mailUser;

  @Option(
      names = "--mail-password-file",
      paramLabel = "FILE",
      description =
          "The file that holds the password; or the password itself in the environment, as"
              + " SHIFTSCOPE_MAIL_PASSWORD.")
  private @Nullable String mailPasswordFile;

  void putInto(Map<Setting, String> flags) {
    ServerOptions.put(flags, Setting.METRICS_OPEN_TO, metricsOpenTo);
    ServerOptions.put(flags, Setting.ADDRESS, address);
    ServerOptions.put(flags, Setting.NOTICES_TO_LOOPBACK, noticesToLoopback);
    ServerOptions.put(flags, Setting.MAIL_HOST, mailHost);
    ServerOptions.put(flags, Setting.MAIL_PORT, mailPort);
    ServerOptions.put(flags, Setting.MAIL_SECURITY, mailSecurity);
    ServerOptions.put(flags, Setting.MAIL_FROM, mailFrom);
    ServerOptions.put(flags, Setting.MAIL_USER, mailUser);
    ServerOptions.put(flags, Setting.MAIL_PASSWORD_FILE, mailPasswordFile);
  }
}
