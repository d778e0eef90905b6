package org.shiftscope.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.shiftscope.server.signin.SignInRoutes;

/**
 * Tells browsers to load nothing from elsewhere, and to show no page inside another site's; and
 * refuses ranges that no file has.
 */
final class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Vaadin's bootstrap is an inline script, and its calls from Java are evaluated. */
  private static final String PAGES =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src"
          + " 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** More bytes than Vaadin's files can count: it answers them with a failure. */
  private static final Pattern HUGE = Pattern.compile("\\d{19}");

  private static final String REST = "default-src 'none'; frame-ancestors 'none'";

  /** Pages of a form and no script. */
  private static final String FORMS =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean rest = path.startsWith("/api/");
    String pages = SignInRoutes.PATHS.contains(path) ? FORMS : PAGES;
    response.setHeader("Content-Security-Policy", rest ? REST : pages);
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
