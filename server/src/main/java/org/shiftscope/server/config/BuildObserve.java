package org.shiftscope.server.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Named;

/**
 * Turns what is written of the log, the metrics and the notices into its record, and reports what
 * breaks its law.
 *
 * @param given a value for every setting
 * @param folder what relative paths start from
 * @param problems where problems are reported. Modified.
 */
record BuildObserve(Map<Setting, GivenSetting> given, Path folder, List<ConfigProblem> problems) {

  /** As much of RFC 5321 as people have: nothing that could begin another line or header. */
  private static final Pattern MAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w.-]+");

  /** Empty where a problem was reported. */
  Optional<ObserveConfig> build() {
    int before = problems.size();
    Optional<ObserveConfig.LogFormat> format =
        named(Setting.LOG_FORMAT, ObserveConfig.LogFormat.values(), "must be text or json");
    List<String> open = addresses();
    Optional<URI> address = address();
    boolean loopback = toLoopback();
    Optional<MailConfig> mail = mail();
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new ObserveConfig(format.orElseThrow(), open, address, loopback, mail));
  }

  private List<String> addresses() {
    List<String> addresses =
        Stream.of(written(Setting.METRICS_OPEN_TO).split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    try {
      return addresses.stream().map(each -> InetAddress.ofLiteral(each).getHostAddress()).toList();
    } catch (IllegalArgumentException noAddress) {
      refuse(
          Setting.METRICS_OPEN_TO,
          "must be IP addresses, such as 10.0.0.7 or ::1, with commas between them");
      return List.of();
    }
  }

  private Optional<URI> address() {
    String address = written(Setting.ADDRESS);
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
    refuse(
        Setting.ADDRESS,
        "must be where people reach this server, such as https://lab.example.org/shiftscope");
    return Optional.empty();
  }

  private boolean toLoopback() {
    String value = written(Setting.NOTICES_TO_LOOPBACK);
    if (!value.equals("true") && !value.equals("false")) {
      refuse(Setting.NOTICES_TO_LOOPBACK, "must be true or false");
    }
    return value.equals("true");
  }

  private Optional<MailConfig> mail() {
    String host = written(Setting.MAIL_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    Optional<MailConfig.Security> security =
        named(Setting.MAIL_SECURITY, MailConfig.Security.values(), "must be starttls, tls or none");
    String from = written(Setting.MAIL_FROM);
    if (!MAIL.matcher(from).matches()) {
      refuse(
          Setting.MAIL_FROM,
          "must be the address that e-mail comes from, such as shiftscope@lab.example.org");
    }
    String user = written(Setting.MAIL_USER);
    int port = port();
    Optional<String> password = password();
    return security.map(
        kept ->
            new MailConfig(
                host,
                port,
                kept,
                from,
                Optional.of(user).filter(each -> !each.isEmpty()),
                password));
  }

  private int port() {
    try {
      int port = Integer.parseInt(written(Setting.MAIL_PORT));
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // reported below, like a number out of range
    }
    refuse(Setting.MAIL_PORT, "must be a whole number from 1 to 65535");
    return 1;
  }

  private Optional<String> password() {
    String named = written(Setting.MAIL_PASSWORD_FILE);
    String password = one(Setting.MAIL_PASSWORD).value();
    if (named.isEmpty()) {
      return Optional.of(password).filter(each -> !each.isEmpty());
    }
    if (!password.isEmpty()) {
      refuse(Setting.MAIL_PASSWORD_FILE, "must be left out where mail-password is set, too");
    }
    try {
      return Optional.of(Files.readString(folder.resolve(named)).strip());
    } catch (IOException | InvalidPathException unreadable) {
      refuse(Setting.MAIL_PASSWORD_FILE, "must be a file that can be read and holds the password");
      return Optional.empty();
    }
  }

  private <T extends Named> Optional<T> named(Setting setting, T[] constants, String law) {
    Optional<T> found = Named.find(constants, written(setting));
    if (found.isEmpty()) {
      refuse(setting, law);
    }
    return found;
  }

  private String written(Setting setting) {
    return one(setting).value().strip();
  }

  private void refuse(Setting setting, String law) {
    GivenSetting one = one(setting);
    problems.add(
        new ConfigProblem(
            setting.key(), one.source(), law, setting.secret() ? "hidden" : one.value()));
  }

  private GivenSetting one(Setting setting) {
    return Objects.requireNonNull(given.get(setting));
  }
}
