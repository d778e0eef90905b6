package org.shiftscope.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.oidc.OidcProvider;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.SessionLimits;

/**
 * What decides who asks.
 *
 * @param people accounts, sessions and tokens
 * @param names of this server
 * @param openToNetwork whether it is open without accounts to whoever reaches it
 * @param limits when sessions end
 * @param cookie of who is signed in
 * @param rates how often somebody may try
 * @param metricsOpenTo addresses that read the metrics without a token
 * @param provider the OpenID provider by which people sign in, where there is one
 */
public record Access(
    People people,
    OwnNames names,
    boolean openToNetwork,
    SessionLimits limits,
    SessionCookie cookie,
    LimitRate rates,
    List<String> metricsOpenTo,
    Optional<OidcProvider> provider) {

  private static final String TO_VAADIN = "v-r=";
  private static final String BEARER = "Bearer ";
  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  /** Those of a server. */
  public static Access of(
      People people, OwnNames names, AccessConfig config, List<String> metricsOpenTo, Clock clock) {
    return new Access(
        people,
        names,
        config.openToNetwork(),
        config.sessions(),
        new SessionCookie(people.installation()),
        new LimitRate(),
        metricsOpenTo,
        config.oidc().map(oidc -> new OidcProvider(oidc, clock)));
  }

  /** Whether whoever reaches it may use it, since nobody has an account. */
  public boolean isOpen() {
    return people.none() && (names.local() || openToNetwork);
  }

  /** Whether its owner needs the set-up link to make the first account. */
  public boolean needsSetUp() {
    return people.none() && !names.local();
  }

  /**
   * Who asks, by token or by cookie.
   *
   * @throws TokenRefused where the token is not one that holds
   */
  Asker who(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (path(request).startsWith(WhoMay.SHARED)) {
      return Asker.nobody(address); // whoever has the link, whatever they have signed in to
    }
    if (path(request).equals(WhoMay.METRICS) && isOpenTo(address)) {
      return Asker.anyone(Role.VIEWER, address);
    }
    if (people.none()) {
      boolean here = names.local() && !byProxy(request);
      return isOpen() && (openToNetwork || here)
          ? Asker.anyone(here ? Role.ADMINISTRATOR : Role.RESEARCHER, address)
          : Asker.nobody(address);
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER) && isApi(request)) {
      String token = authorization.substring(BEARER.length()).strip();
      return people.tokens().asker(token, address).orElseThrow(TokenRefused::new);
    }
    return cookie
        .in(request)
        .flatMap(held -> people.sessions().asker(held, address, limits, isUse(request)))
        .orElseGet(() -> Asker.nobody(address));
  }

  private boolean isOpenTo(String address) {
    try {
      String bare = address.replaceAll("[\\[\\]]", "");
      return metricsOpenTo.contains(InetAddress.ofLiteral(bare).getHostAddress());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** A proxy on this machine would open the loopback to wherever it listens. */
  private static boolean byProxy(HttpServletRequest request) {
    return OF_PROXIES.stream().anyMatch(name -> request.getHeader(name) != null);
  }

  /** A page that lies open tells that it lives; that is no use of it. */
  private static boolean isUse(HttpServletRequest request) {
    return !asksVaadin(request, "heartbeat");
  }

  /** Whether it is a message of a page's to Vaadin, of a kind, or of any. */
  static boolean asksVaadin(HttpServletRequest request, String kind) {
    return vaadins(request).filter(said -> kind.isEmpty() || said.equals(kind)).isPresent();
  }

  /**
   * What Vaadin is asked, where it is said once and plainly; empty otherwise. From the address
   * alone: the request's parameters would be read from its body, too.
   */
  private static Optional<String> vaadins(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    try {
      List<String> said =
          Stream.of(query.split("&"))
              .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
              .filter(each -> each.startsWith(TO_VAADIN))
              .toList();
      return said.size() == 1
          ? Optional.of(said.getFirst().substring(TO_VAADIN.length()))
          : Optional.empty();
    } catch (IllegalArgumentException undecodable) {
      return Optional.empty();
    }
  }

  /** Whether REST answers, which looks by itself who may ask. */
  static boolean isApi(HttpServletRequest request) {
    String path = path(request);
    return (path.startsWith("/api/") || path.equals(WhoMay.METRICS)) && !WhoMay.isCrooked(path);
  }

  /** From the server's own root, as it was written. */
  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
