package org.shiftscope.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.storage.accounts.Secret;

/**
 * The cookie of who is signed in. Browsers share cookies among all ports of a host, so its name is
 * this installation's own. No script reads it, no other site's page sends it along with a change,
 * and where it came over TLS it goes over nothing else.
 *
 * @param installation what no other installation is called
 */
public record SessionCookie(String installation) {

  private String name() {
    return "shiftscope-" + installation;
  }

  /** The name of the cookie of a browser's pages, which is no sign of who it is. */
  public String pages() {
    return "shiftscope-pages-" + installation;
  }

  /** That of a sign-in that was begun at the OpenID provider. */
  private String begun() {
    return "shiftscope-begun-" + installation;
  }

  /** That of a browser that was signed in by the OpenID provider. */
  private String came() {
    return "shiftscope-came-" + installation;
  }

  Optional<String> in(HttpServletRequest request) {
    return value(request, name());
  }

  /** The state of the sign-in that this browser began at the OpenID provider. */
  public Optional<String> begun(HttpServletRequest request) {
    return value(request, begun());
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** Gives it to the browser. */
  public void give(
      HttpServletRequest request, HttpServletResponse response, Secret secret, Duration life) {
    add(request, response, name(), secret.text(), life.toSeconds());
  }

  /** Notes in the browser that it began a sign-in; an empty state for no time ends that. */
  public void begin(
      HttpServletRequest request, HttpServletResponse response, String state, Duration life) {
    add(request, response, begun(), state, life.toSeconds());
  }

  /** Whether this browser was signed in by the OpenID provider last. */
  public boolean came(HttpServletRequest request) {
    return value(request, came()).isPresent();
  }

  /** Notes that this browser was signed in by the OpenID provider; no time ends that. */
  public void come(HttpServletRequest request, HttpServletResponse response, Duration life) {
    add(request, response, came(), "by-provider", life.toSeconds());
  }

  /** Takes it from the browser. */
  public void take(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, name(), "", 0);
  }

  private static void add(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      long seconds) {
    response.addHeader(
        "Set-Cookie",
        name
            + "="
            + value
            + "; Path="
            + request.getContextPath()
            + "/; Max-Age="
            + seconds
            + "; HttpOnly; SameSite=Lax"
            + (request.isSecure() ? "; Secure" : ""));
  }
}
