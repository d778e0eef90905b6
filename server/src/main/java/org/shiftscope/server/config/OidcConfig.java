package org.shiftscope.server.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.storage.accounts.Role;

/**
 * The OpenID provider by which people sign in, and what its word counts for here.
 *
 * @param issuer the provider's address, as it writes it
 * @param clientId what it calls this server
 * @param clientSecret what this server shows it; empty for a public client
 * @param title what the sign-in page calls it
 * @param scopes what is asked for, {@code openid} among them
 * @param nameClaim the claim that names an account
 * @param groups what groups count for
 * @param newcomers whether who has no account here gets one
 */
public record OidcConfig(
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    String title,
    List<String> scopes,
    String nameClaim,
    Groups groups,
    boolean newcomers) {

  public OidcConfig {
    scopes = List.copyOf(scopes);
  }

  /** Never the secret: it would end in a log. */
  @Override
  public String toString() {
    return "OidcConfig[" + issuer + ", " + clientId + "]";
  }

  /**
   * What the provider's groups count for.
   *
   * @param claim the claim that lists them
   * @param roles the role of each group that counts; where there is one, groups decide at each
   *     sign-in
   * @param otherwise the role of who is in none of them; {@link Role#NOBODY} keeps them out
   */
  public record Groups(String claim, Map<String, Role> roles, Role otherwise) {

    public Groups {
      roles = Map.copyOf(roles);
    }

    /** The role of who is in some groups: the highest of theirs. */
    public Role of(List<String> theirs) {
      return theirs.stream()
          .filter(roles::containsKey)
          .map(roles::get)
          .max(Role::compareTo)
          .orElse(otherwise);
    }
  }
}
