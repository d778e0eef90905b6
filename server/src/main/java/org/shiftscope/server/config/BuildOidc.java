package org.shiftscope.server.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.accounts.Role;

/**
 * Turns what is written of the OpenID provider into its record, and reports what breaks its law.
 *
 * @param given a value for every setting
 * @param folder what relative paths start from
 * @param problems where problems are reported. Modified.
 */
record BuildOidc(Map<Setting, GivenSetting> given, Path folder, List<ConfigProblem> problems) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ROLE_LAW = "must be viewer, researcher, administrator or none";

  /** Empty where there is none, or a problem was reported. */
  Optional<OidcConfig> build() {
    if (written(Setting.OIDC_ISSUER).isEmpty()) {
      if (!written(Setting.OIDC_CLIENT_ID).isEmpty()) {
        refuse(Setting.OIDC_ISSUER, "must be the provider's address where oidc-client-id is set");
      }
      return Optional.empty();
    }
    int before = problems.size();
    URI issuer = issuer();
    Optional<String> secret = secret();
    var groups = new OidcConfig.Groups(word(Setting.OIDC_GROUPS), roles(), otherwise());
    String title = written(Setting.OIDC_TITLE);
    var config =
        new OidcConfig(
            issuer,
            word(Setting.OIDC_CLIENT_ID),
            secret,
            title.isEmpty() ? String.valueOf(issuer.getHost()) : title,
            scopes(),
            word(Setting.OIDC_NAME),
            groups,
            newcomers());
    return problems.size() == before ? Optional.of(config) : Optional.empty();
  }

  private URI issuer() {
    String law =
        "must be the provider's address, by https, or by http on this machine: that which its"
            + " /.well-known/openid-configuration follows";
    try {
      var issuer = new URI(written(Setting.OIDC_ISSUER));
      String host = String.valueOf(issuer.getHost()).toLowerCase(Locale.ROOT);
      boolean safe =
          "https".equals(issuer.getScheme())
              || ("http".equals(issuer.getScheme()) && LOOPBACK.contains(host));
      if (!safe || issuer.getHost() == null || issuer.getQuery() != null) {
        refuse(Setting.OIDC_ISSUER, law);
      }
      return issuer;
    } catch (URISyntaxException e) {
      refuse(Setting.OIDC_ISSUER, law);
      return URI.create("https://localhost");
    }
  }

  private Optional<String> secret() {
    String named = written(Setting.OIDC_CLIENT_SECRET_FILE);
    String secret = written(Setting.OIDC_CLIENT_SECRET);
    if (named.isEmpty()) {
      return Optional.of(secret).filter(each -> !each.isEmpty());
    }
    if (!secret.isEmpty()) {
      refuse(
          Setting.OIDC_CLIENT_SECRET_FILE, "must be left out where oidc-client-secret is set, too");
    }
    String law = "must be a file that can be read and holds the secret";
    try {
      String held = Files.readString(folder.resolve(named)).strip();
      if (held.isEmpty()) {
        refuse(Setting.OIDC_CLIENT_SECRET_FILE, law);
      }
      return Optional.of(held);
    } catch (IOException | InvalidPathException e) {
      refuse(Setting.OIDC_CLIENT_SECRET_FILE, law);
      return Optional.empty();
    }
  }

  private List<String> scopes() {
    List<String> scopes =
        Stream.of(written(Setting.OIDC_SCOPES).split("[\\s,]+")).distinct().toList();
    if (!scopes.contains("openid")) {
      refuse(Setting.OIDC_SCOPES, "must be scopes, openid among them, with spaces between them");
    }
    return scopes;
  }

  private Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String each : written(Setting.OIDC_ROLES).split(",", -1)) {
      String pair = each.strip();
      int equals = pair.lastIndexOf('=');
      Optional<Role> role = role(pair.substring(equals + 1).strip());
      if (equals > 0 && role.isPresent()) {
        roles.put(pair.substring(0, equals).strip(), role.get());
      } else if (!pair.isEmpty()) {
        wrong.add(pair);
      }
    }
    if (!wrong.isEmpty()) {
      refuse(
          Setting.OIDC_ROLES,
          "must be groups with their roles (viewer, researcher or administrator), with commas"
              + " between them: lab=researcher,lab-admins=administrator");
    }
    return roles;
  }

  private Role otherwise() {
    String name = written(Setting.OIDC_DEFAULT_ROLE);
    if (name.equals("none")) {
      return Role.NOBODY;
    }
    Optional<Role> role = role(name);
    if (role.isEmpty()) {
      refuse(Setting.OIDC_DEFAULT_ROLE, ROLE_LAW);
    }
    return role.orElse(Role.NOBODY);
  }

  private static Optional<Role> role(String id) {
    return Named.find(Role.values(), id).filter(role -> role != Role.NOBODY);
  }

  private boolean newcomers() {
    String value = written(Setting.OIDC_NEWCOMERS);
    if (!value.equals("true") && !value.equals("false")) {
      refuse(Setting.OIDC_NEWCOMERS, "must be true or false");
    }
    return value.equals("true");
  }

  private String word(Setting setting) {
    String word = written(setting);
    if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
      refuse(setting, "must be one word where oidc-issuer is set");
    }
    return word;
  }

  private String written(Setting setting) {
    return one(setting).value().strip();
  }

  private void refuse(Setting setting, String law) {
    GivenSetting one = one(setting);
    problems.add(new ConfigProblem(setting.key(), one.source(), law, one.value()));
  }

  private GivenSetting one(Setting setting) {
    GivenSetting one = given.get(setting);
    if (one == null) {
      throw new IllegalStateException("no value for " + setting);
    }
    return one;
  }
}
