package org.shiftscope.server.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns what is written of the log, the metrics and the notices into its record, and reports what
 * breaks its law.
 *
 * @param settings as they were given
 */
record BuildObserve(ReadSettings settings) {

  /** As much of RFC 5321 as people have: nothing that could begin another line or header. */
  private static final Pattern MAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w.-]+");

  /** Empty where a problem was reported. */
  Optional<ObserveConfig> build() {
    int before = settings.problems().size();
    Optional<ObserveConfig.LogFormat> format =
        settings.named(
            Setting.LOG_FORMAT, ObserveConfig.LogFormat.values(), "must be text or json");
    Optional<List<InetAddress>> open = settings.addresses(Setting.METRICS_OPEN_TO, "10.0.0.7");
    Optional<URI> address = address();
    Optional<Boolean> loopback = settings.trueOrFalse(Setting.NOTICES_TO_LOOPBACK);
    Optional<MailConfig> mail = mail();
    if (settings.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ObserveConfig(
            format.orElseThrow(),
            open.orElseThrow().stream().map(InetAddress::getHostAddress).toList(),
            address,
            loopback.orElseThrow(),
            mail));
  }

  private Optional<URI> address() {
    String address = settings.written(Setting.ADDRESS);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      var uri = new URI(address);
      if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException noAddress) {
      // reported below, like one of another kind
    }
    return settings.refuse(
        Setting.ADDRESS,
        "must be where people reach this server, such as https://lab.example.org/shiftscope");
  }

  private Optional<MailConfig> mail() {
    String host = settings.written(Setting.MAIL_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    Optional<MailConfig.Security> security =
        settings.named(
            Setting.MAIL_SECURITY, MailConfig.Security.values(), "must be starttls, tls or none");
    String from = settings.written(Setting.MAIL_FROM);
    if (!MAIL.matcher(from).matches()) {
      settings.refuse(
          Setting.MAIL_FROM,
          "must be the address that e-mail comes from, such as shiftscope@lab.example.org");
    }
    Optional<Integer> port = settings.wholeNumber(Setting.MAIL_PORT, 1, 65_535);
    Optional<String> password =
        settings.secret(Setting.MAIL_PASSWORD_FILE, Setting.MAIL_PASSWORD, "password");
    return security.flatMap(
        kept ->
            port.map(
                each ->
                    new MailConfig(
                        host, each, kept, from, settings.optional(Setting.MAIL_USER), password)));
  }
}
