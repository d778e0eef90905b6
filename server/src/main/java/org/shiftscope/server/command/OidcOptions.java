package org.shiftscope.server.command;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Option;

/** The flags of the OpenID provider. Its secret is none: every user of a machine sees flags. */
final class OidcOptions {

  @Option(
      names = "--oidc-issuer",
      paramLabel = "ADDRESS",
      description =
          "The OpenID provider by which people sign in, too: https://sso.example.org/realms/lab."
              + " Default: none.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "What the provider calls this server.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description =
          "The file that holds what this server shows the provider; or the secret itself in the"
              + " environment, as SHIFTSCOPE_OIDC_CLIENT_SECRET. Default: none, for a public client.")
  private @Nullable String clientSecretFile;

  @Option(
      names = "--oidc-title",
      paramLabel = "TITLE",
      description = "What the sign-in page calls the provider. Default: its host.")
  private @Nullable String title;

  @Option(
      names = "--oidc-scopes",
      paramLabel = "SCOPES",
      description = "What the provider is asked for. Default: openid profile email.")
  private @Nullable String scopes;

  @Option(
      names = "--oidc-name",
      paramLabel = "CLAIM",
      description =
          "The claim that names somebody's account; one that people cannot choose for themselves."
              + " Default: preferred_username.")
  private @Nullable String name;

  @Option(
      names = "--oidc-groups",
      paramLabel = "CLAIM",
      description = "The claim that lists somebody's groups. Default: groups.")
  private @Nullable String groups;

  @Option(
      names = "--oidc-roles",
      paramLabel = "GROUP=ROLE,...",
      description =
          "The roles of groups: lab=researcher,lab-admins=administrator. Where there are some, groups"
              + " decide on the role at each sign-in. Default: none.")
  private @Nullable String roles;

  @Option(
      names = "--oidc-default-role",
      paramLabel = "ROLE",
      description =
          "The role of who is in none of these groups: viewer, researcher, administrator, or none,"
              + " which keeps them out. Default: viewer.")
  private @Nullable String defaultRole;

  @Option(
      names = "--oidc-newcomers",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Gives whoever the provider vouches for an account at the first sign-in. Default: false;"
              + " an administrator adds accounts of their names.")
  private @Nullable String newcomers;

  /** Adds what was given. */
  void putInto(Map<Setting, String> flags) {
    record Given(Setting setting, @Nullable String value) {}
    Stream.of(
            new Given(Setting.OIDC_ISSUER, issuer),
            new Given(Setting.OIDC_CLIENT_ID, clientId),
            new Given(Setting.OIDC_CLIENT_SECRET_FILE, clientSecretFile),
            new Given(Setting.OIDC_TITLE, title),
            new Given(Setting.OIDC_SCOPES, scopes),
            new Given(Setting.OIDC_NAME, name),
            new Given(Setting.OIDC_GROUPS, groups),
            new Given(Setting.OIDC_ROLES, roles),
            new Given(Setting.OIDC_DEFAULT_ROLE, defaultRole),
            new Given(Setting.OIDC_NEWCOMERS, newcomers))
        .forEach(given -> ServerOptions.put(flags, given.setting(), given.value()));
  }
}
