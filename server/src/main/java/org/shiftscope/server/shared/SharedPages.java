package org.shiftscope.server.shared;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.Servlet;
import java.util.Optional;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.storage.OpenedShare;
import org.shiftscope.storage.ShareToken;
import org.shiftscope.storage.Shares;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.ui.sharedview.WriteSharedPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages under {@code /s}, as a servlet. They ask for no account and make no session: whoever
 * has a token reads what was shared under it, and nothing else. See
 * docs/decisions/041-frozen-views.md.
 */
public final class SharedPages {

  /** Where the servlet must be mapped. */
  public static final String PATH = "/s/*";

  private static final Logger LOG = LoggerFactory.getLogger(SharedPages.class);
  private static final String TOKEN = "token";
  private static final String JSON = ".json";
  private static final String ONE = "/s/{" + TOKEN + "}";
  private static final String ASSETS = "/s/assets/{name}";

  /** A year, which is as long as caches keep anything. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Shares shares;
  private final AnswerShare answer;

  private SharedPages(Shares shares, PrintShares print) {
    this.shares = shares;
    this.answer = new AnswerShare(shares, print);
  }

  /** Builds the servlet. */
  public static Servlet servlet(Shares shares, PrintShares print) {
    return Javalin.create(config -> new SharedPages(shares, print).configure(config))
        .javalinServlet();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    RoutesConfig routes = config.routes;
    routes.before(SharedPages::guard);
    route(routes, ASSETS, SharedPages::asset);
    route(routes, ONE, this::page);
    route(routes, ONE + "/embed", this::embedded);
    route(routes, ONE + "/data", opening(answer::data));
    route(routes, ONE + "/csv", opening(answer::csv));
    route(routes, ONE + "/pdf", this::pdf);
    routes.exception(EndpointNotFound.class, (none, request) -> nothing(request));
    routes.exception(HttpResponseException.class, SharedPages::refused);
    routes.exception(StorageUnavailable.class, SharedPages::unavailable);
    routes.exception(NoAnswer.class, SharedPages::busy);
    routes.exception(Exception.class, SharedPages::unexpected);
  }

  /** HEAD answers as GET does, but for the body. */
  private static void route(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler).head(path, handler);
  }

  /** The address itself is a secret, so no other site is told of it, and no cache keeps a page. */
  private static void guard(Context request) {
    request
        .header("Content-Security-Policy", AnswerShare.ALONE)
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "private, no-store");
  }

  private static void asset(Context request) {
    String name = request.pathParam("name");
    Optional<String> type = SharedAssets.typeOf(name);
    Optional<byte[]> bytes = type.flatMap(known -> SharedAssets.read(name));
    if (bytes.isEmpty()) {
      nothing(request);
    } else {
      request
          .contentType(type.orElseThrow())
          .header("Cache-Control", FOR_EVER)
          .result(bytes.orElseThrow());
    }
  }

  private void page(Context request) {
    String token = request.pathParam(TOKEN);
    if (token.endsWith(JSON)) {
      String bare = token.substring(0, token.length() - JSON.length());
      answer(request, bare, true, answer::json);
    } else {
      answer(
          request,
          token,
          true,
          (asked, opened) ->
              answer.page(
                  asked, opened, AnswerShare.addresses("", token + "/", token + JSON, token)));
    }
  }

  private void embedded(Context request) {
    String token = request.pathParam(TOKEN);
    request.header("Content-Security-Policy", AnswerShare.EMBEDDED);
    answer(
        request,
        token,
        true,
        (asked, opened) ->
            answer.embedded(
                asked,
                opened,
                AnswerShare.addresses("../", "", "../" + token + JSON, "../" + token)));
  }

  private void pdf(Context request) {
    String token = request.pathParam(TOKEN);
    answer(
        request, token, false, (asked, opened) -> answer.pdf(asked, opened, new ShareToken(token)));
  }

  private Handler opening(Answer with) {
    return request -> answer(request, request.pathParam(TOKEN), false, with);
  }

  /** Answers with something that a share holds; tells whether it has that. */
  @FunctionalInterface
  private interface Answer {
    boolean with(Context request, OpenedShare opened);
  }

  private void answer(Context request, String token, boolean counts, Answer with) {
    Optional<OpenedShare> opened = ShareToken.parse(token).flatMap(shares::open);
    if (opened.isEmpty() || !with.with(request, opened.get())) {
      nothing(request);
    } else if (counts && request.method().name().equals("GET")) {
      shares.count(opened.get().id());
    }
  }

  /** The same for whatever reason. */
  private static void nothing(Context request) {
    request
        .status(HttpStatus.NOT_FOUND)
        .header("Content-Security-Policy", AnswerShare.ALONE)
        .contentType("text/html; charset=utf-8")
        .result(WriteSharedPage.nothing(AnswerShare.addresses(up(request), "", "", "")));
  }

  /** From the address of a request to {@code /s/}. */
  private static String up(Context request) {
    String path = request.path().substring(request.contextPath().length());
    long depth = path.chars().filter(c -> c == '/').count() - 2;
    return "../".repeat((int) Math.max(0, depth));
  }

  private static void refused(HttpResponseException refused, Context request) {
    refused.getDetails().forEach(request::header);
    say(request, refused.getStatus(), "A shared view can be read, and nothing else.");
  }

  private static void unavailable(StorageUnavailable unavailable, Context request) {
    LOG.error("A shared view was not shown", unavailable);
    say(request, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "The server cannot read it: try later.");
  }

  private static void busy(NoAnswer busy, Context request) {
    request.header("Retry-After", Long.toString(busy.after().toSeconds()));
    say(request, HttpStatus.SERVICE_UNAVAILABLE.getCode(), String.valueOf(busy.getMessage()));
  }

  /** The address is not logged: it holds the secret. */
  private static void unexpected(Exception e, Context request) {
    LOG.error("A shared view was not shown", e);
    say(request, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "The server failed to show it.");
  }

  private static void say(Context request, int status, String sentence) {
    request.status(status).contentType("text/plain; charset=utf-8").result(sentence + "\n");
  }
}
