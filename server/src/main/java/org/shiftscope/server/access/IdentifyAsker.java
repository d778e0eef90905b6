package org.shiftscope.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.shiftscope.server.problem.ProblemDetails;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Finds out who asks and binds them to the request's thread, for all that is behind: REST, pages,
 * and the record itself. Pages need somebody who has signed in; REST answers that by itself.
 */
public final class IdentifyAsker extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(IdentifyAsker.class);

  /** Vaadin's own: to a browser without a session it says that the session is over, at the root. */
  private static final Set<String> OF_OPEN_PAGES = Set.of("uidl", "heartbeat");

  /** Of an address in a header; a longer set-up of the form is found again by its page alone. */
  private static final int LONGEST_RETURN = 6_000;

  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern REQUEST = Pattern.compile("[\\w.-]{1,64}");

  private final transient Access access;
  private final transient EndPages pages;

  /** {@code pages}: those that end with their session. */
  public IdentifyAsker(Access access, EndPages pages) {
    this.access = access;
    this.pages = pages;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      Asker asker = access.who(request);
      if (!Access.isApi(request)) { // a token may ask beside somebody's open pages
        pages.endThoseOfOthers(request, asker);
      }
      if (isTooOften(request, response, asker) || isTurnedAway(request, response, asker)) {
        return;
      }
      goOn(request, response, chain, asker);
    } catch (StorageUnavailable unavailable) {
      LOG.warn("A request is not answered: {}", unavailable.getMessage());
      ProblemDetails.of(ProblemType.UNAVAILABLE, TellTrouble.TO_ANYBODY)
          .answer(request.getContextPath(), response);
    } catch (TokenRefused refused) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      ProblemDetails.of(ProblemType.UNAUTHORIZED, TokenRefused.SENTENCE)
          .answer(request.getContextPath(), response);
    }
  }

  private static void goOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Asker asker)
      throws IOException, ServletException {
    String number = requestId(request);
    response.setHeader(REQUEST_ID, number);
    try (var _ = MDC.putCloseable("request", number);
        var _ = MDC.putCloseable("account", asker.name())) {
      asker.ask(
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception other) {
      throw new ServletException(other);
    }
  }

  /** That of a proxy before this server, if it has one; it also stands in the log. */
  private static String requestId(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(REQUEST_ID))
        .filter(given -> REQUEST.matcher(given).matches())
        .orElseGet(() -> Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36));
  }

  private boolean isTooOften(HttpServletRequest request, HttpServletResponse response, Asker asker)
      throws IOException {
    boolean ownMachine = access.isOpen() && access.names().local();
    if (ownMachine || !(Access.isApi(request) || isPdf(request))) {
      return false;
    }
    String who = asker.isKnown() ? asker.name() : asker.address();
    Optional<Duration> wait = access.rates().request(who);
    if (wait.isPresent()) {
      response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
      ProblemDetails.of(
              ProblemType.BUSY,
              "These are too many requests in a short time: wait, and go on slower.")
          .answer(request.getContextPath(), response);
    }
    return wait.isPresent();
  }

  /** Of a shared page, which takes a core for seconds where it was not asked for lately. */
  private static boolean isPdf(HttpServletRequest request) {
    String path = Access.path(request);
    return path.startsWith(WhoMay.SHARED) && path.contains("/pdf");
  }

  private static boolean isTurnedAway(
      HttpServletRequest request, HttpServletResponse response, Asker asker) throws IOException {
    if (asker.role() != Role.NOBODY || (!isWebsocket(request) && mayAnybody(request))) {
      return false;
    }
    if (!isWebsocket(request) && !Access.asksVaadin(request, "") && isPage(request)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location", request.getContextPath() + "/sign-in?return=" + asked(request));
      response.setHeader("Cache-Control", "no-store");
    } else {
      ProblemDetails.of(ProblemType.UNAUTHORIZED, "Sign in first.")
          .answer(request.getContextPath(), response);
    }
    return true;
  }

  private static boolean mayAnybody(HttpServletRequest request) {
    String path = Access.path(request);
    return WhoMay.ask(request.getMethod(), path) == Role.NOBODY
        || Access.isApi(request)
        || (path.equals("/")
            && OF_OPEN_PAGES.stream().anyMatch(kind -> Access.asksVaadin(request, kind)));
  }

  /** Whatever else it says: no page of ours opens one before somebody has signed in. */
  private static boolean isWebsocket(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Upgrade")).stream()
        .anyMatch(to -> to.toLowerCase(Locale.ROOT).contains("websocket"));
  }

  private static boolean isPage(HttpServletRequest request) {
    String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("text/html");
    return Set.of("GET", "HEAD").contains(request.getMethod())
        && !Access.path(request).startsWith("/VAADIN/")
        && (accepted.contains("text/html") || accepted.contains("*/*"));
  }

  private static String asked(HttpServletRequest request) {
    String path = Access.path(request);
    String query = request.getQueryString();
    String whole = encoded(query == null ? path : path + "?" + query);
    return whole.length() <= LONGEST_RETURN ? whole : encoded(path);
  }

  private static String encoded(String address) {
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}
