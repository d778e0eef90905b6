package org.shiftscope.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.shiftscope.server.signin.SignInRoutes;

/**
 * Tells browsers to load nothing from elsewhere, and to show no page inside another site's; and
 * refuses ranges that no file has.
 */
final class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  static final String POLICY = "Content-Security-Policy";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Of what is no page of Vaadin's and no other one below: files, and what fails. */
  private static final String FILES =
      "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** More bytes than Vaadin's files can count: it answers them with a failure. */
  private static final Pattern HUGE = Pattern.compile("\\d{19}");

  private static final String REST = "default-src 'none'; frame-ancestors 'none'";

  /** Pages of a form and no script. */
  private static final String FORMS =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** 128 random bits, for one document. */
  static String nonce() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Of a page of Vaadin's. Its client makes functions of what the server sends, which is {@code
   * unsafe-eval}; no script stands in the page but those with the nonce. Its components bring
   * styles with them, in elements and attributes, which no nonce reaches.
   */
  static String ofPages(String nonce) {
    return "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-"
        + nonce
        + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
        + " connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self';"
        + " form-action 'self'; frame-ancestors 'none'";
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean rest = path.startsWith("/api/");
    String pages = SignInRoutes.PATHS.contains(path) ? FORMS : FILES;
    response.setHeader(POLICY, rest ? REST : pages);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    if (rest) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (HUGE.matcher(String.valueOf(request.getHeader("Range"))).find()) {
      response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    chain.doFilter(request, response);
  }
}
