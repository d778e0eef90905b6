package org.shiftscope.server.config;

import java.net.URI;
import java.net.URISyntaxException;
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
 * @param settings as they were given
 */
record BuildOidc(ReadSettings settings) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ROLE_LAW = "must be viewer, researcher, administrator or none";

  /** Empty where there is none, or a problem was reported. */
  Optional<OidcConfig> build() {
    if (settings.written(Setting.OIDC_ISSUER).isEmpty()) {
      if (!settings.written(Setting.OIDC_CLIENT_ID).isEmpty()) {
        settings.refuse(
            Setting.OIDC_ISSUER, "must be the provider's address where oidc-client-id is set");
      }
      return Optional.empty();
    }
    int before = settings.problems().size();
    URI issuer = issuer();
    Optional<String> secret =
        settings
            .secret(Setting.OIDC_CLIENT_SECRET_FILE, Setting.OIDC_CLIENT_SECRET, "secret")
            .map(String::strip);
    var groups = new OidcConfig.Groups(word(Setting.OIDC_GROUPS), roles(), otherwise());
    String title = settings.written(Setting.OIDC_TITLE);
    var config =
        new OidcConfig(
            issuer,
            word(Setting.OIDC_CLIENT_ID),
            secret,
            title.isEmpty() ? String.valueOf(issuer.getHost()) : title,
            scopes(),
            word(Setting.OIDC_NAME),
            groups,
            settings.trueOrFalse(Setting.OIDC_NEWCOMERS).orElse(false));
    return settings.problems().size() == before ? Optional.of(config) : Optional.empty();
  }

  private URI issuer() {
    String law =
        "must be the provider's address, by https, or by http on this machine: that which its"
            + " /.well-known/openid-configuration follows";
    try {
      var issuer = new URI(settings.written(Setting.OIDC_ISSUER));
      String host = String.valueOf(issuer.getHost()).toLowerCase(Locale.ROOT);
      boolean safe =
          "https".equals(issuer.getScheme())
              || ("http".equals(issuer.getScheme()) && LOOPBACK.contains(host));
      if (!safe || issuer.getHost() == null || issuer.getQuery() != null) {
        settings.refuse(Setting.OIDC_ISSUER, law);
      }
      return issuer;
    } catch (URISyntaxException e) {
      settings.refuse(Setting.OIDC_ISSUER, law);
      return URI.create("https://localhost");
    }
  }

  private List<String> scopes() {
    List<String> scopes =
        Stream.of(settings.written(Setting.OIDC_SCOPES).split("[\\s,]+")).distinct().toList();
    if (!scopes.contains("openid")) {
      settings.refuse(
          Setting.OIDC_SCOPES, "must be scopes, openid among them, with spaces between them");
    }
    return scopes;
  }

  private Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String each : settings.written(Setting.OIDC_ROLES).split(",", -1)) {
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
      settings.refuse(
          Setting.OIDC_ROLES,
          "must be groups with their roles (viewer, researcher or administrator), with commas"
              + " between them: lab=researcher,lab-admins=administrator");
    }
    return roles;
  }

  private Role otherwise() {
    String name = settings.written(Setting.OIDC_DEFAULT_ROLE);
    if (name.equals("none")) {
      return Role.NOBODY;
    }
    Optional<Role> role = role(name);
    if (role.isEmpty()) {
      settings.refuse(Setting.OIDC_DEFAULT_ROLE, ROLE_LAW);
    }
    return role.orElse(Role.NOBODY);
  }

  private static Optional<Role> role(String id) {
    return Named.find(Role.values(), id).filter(role -> role != Role.NOBODY);
  }

  private String word(Setting setting) {
    String word = settings.written(setting);
    if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
      settings.refuse(setting, "must be one word where oidc-issuer is set");
    }
    return word;
  }
}
