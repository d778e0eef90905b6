package org.shiftscope.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.accounts.SessionLimits;

/**
 * Who may reach the server, and for how long they are known.
 *
 * @param names by which browsers reach it, in lower case, beside the loopback's and its own address
 * @param proxies addresses whose word on where a request came from is believed
 * @param openToNetwork whether it is open without accounts to whoever reaches it
 * @param sessions when they end by themselves
 * @param audit how long the audit log is kept
 * @param endedShares how long a shared view is kept after its link has ended
 * @param oidc the OpenID provider by which people sign in, where there is one
 */
public record AccessConfig(
    List<String> names,
    List<String> proxies,
    boolean openToNetwork,
    SessionLimits sessions,
    Duration audit,
    Duration endedShares,
    Optional<OidcConfig> oidc) {

  /** What holds where nothing is set. */
  public static final AccessConfig DEFAULT =
      new AccessConfig(
          List.of(),
          List.of(),
          false,
          new SessionLimits(Duration.ofHours(24), Duration.ofDays(30)),
          Duration.ofDays(365),
          Duration.ofDays(365),
          Optional.empty());
}
