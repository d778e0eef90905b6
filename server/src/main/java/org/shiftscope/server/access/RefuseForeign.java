package org.shiftscope.server.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.shiftscope.server.problem.ProblemDetails;
import org.shiftscope.server.problem.ProblemType;

/**
 * Refuses what is asked under another name than the server's own, and what pages of other sites ask
 * of it, before anything else looks at it: for REST, pages and the upgrade to a websocket alike.
 */
public final class RefuseForeign extends Handler.Wrapper {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** What is written is not what is found: who may ask is told by what is written. */
  private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");

  private final OwnNames names;
  private final String path;

  /**
   * Wraps what answers.
   *
   * @param path below which the server is; empty for the root
   */
  public RefuseForeign(OwnNames names, String path, Handler behind) {
    super(behind);
    this.names = names;
    this.path = path;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String written = String.valueOf(request.getHttpURI().getPath());
    if (DOTS.matcher(written).find()) {
      refuse(
          response,
          callback,
          ProblemType.BAD_REQUEST,
          "An address must not hold . or .. as one of its parts.");
      return true;
    }
    HttpFields headers = request.getHeaders();
    String host = headers.get(HttpHeader.HOST);
    if (host == null || !names.has(host)) {
      refuse(response, callback, ProblemType.MISDIRECTED, notOurs(host));
      return true;
    }
    Optional<String> site = otherSite(request, host);
    if (site.isPresent()) {
      refuse(
          response,
          callback,
          ProblemType.FORBIDDEN,
          "Pages of another site (" + site.get() + ") cannot change anything.");
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** The site whose page asks, where it may not; as the browser calls it. */
  private Optional<String> otherSite(Request request, String host) {
    HttpFields headers = request.getHeaders();
    String origin = headers.get(HttpHeader.ORIGIN);
    String site = headers.get("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    if (READS.contains(request.getMethod()) && !headers.contains(HttpHeader.UPGRADE)) {
      // A link from elsewhere may be followed; a shared page may stand in another.
      boolean followed = "navigate".equals(headers.get("Sec-Fetch-Mode"));
      boolean shared = Request.getPathInContext(request).startsWith(path + WhoMay.SHARED);
      return foreign && !followed && !shared ? Optional.of(site) : Optional.empty();
    }
    if (origin != null && !isOf(origin, host)) {
      return Optional.of(origin);
    }
    return foreign ? Optional.of(site) : Optional.empty();
  }

  /** Whether an origin is exactly that host, port included. */
  static boolean isOf(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host)
        || origin.equalsIgnoreCase("http://" + host.replaceFirst(":80$", ""))
        || origin.equalsIgnoreCase("https://" + host.replaceFirst(":443$", ""));
  }

  private static String notOurs(@org.jspecify.annotations.Nullable String host) {
    return "This server does not go by the name "
        + (host == null ? "that the request leaves out" : host)
        + ". Its owner adds names by the setting names (SHIFTSCOPE_NAMES), with commas between"
        + " them.";
  }

  private void refuse(Response response, Callback callback, ProblemType type, String sentence) {
    ProblemDetails.of(type, sentence).answer(path, response, callback);
  }
}
