package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.server.shared.AnswerShare;
import org.shiftscope.storage.OpenedShare;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.ShareId;
import org.shiftscope.storage.Shares;
import org.shiftscope.ui.sharing.MakeShare;
import org.shiftscope.ui.sharing.ShareTerms;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes shares, lists them and ends them.
 *
 * @param make makes one
 * @param print makes a PDF of one
 */
record ShareRoutes(MakeShare make, PrintShares print) {

  private static final String ALL = "/api/shares";
  private static final String ONE = ALL + "/{id}";
  private static final int LIMIT = 100;
  private static final int MOST = 1_000;

  private static final RouteDescription SHARE =
      RouteDescription.named("share", "Freezes a view and makes a link to it")
          .takes(all -> ReadShareRequest.schema(), "What to share, and for how long")
          .answers(201, "The share, with the secret of its link", ShareJson::newSchema)
          .withHeader(201, "Location", "Its address")
          .refuses(ProblemType.INVALID_SPEC, "A field breaks a law.");

  private static final RouteDescription LIST =
      RouteDescription.named("listShares", "Lists shares, the newest first")
          .query("limit", Schemas.integer(1, MOST).put("default", LIMIT), "At most so many")
          .answers(200, "The shares", Schemas.listOf(ShareJson::schema));

  private static final RouteDescription SHOW = shows("getShare", "Shows one share");

  private static final RouteDescription EXPIRE =
      shows("expireShare", "Says anew when a link ends")
          .takes(all -> ReadShareRequest.newDaysSchema(), "When it ends")
          .refuses(ProblemType.INVALID_SPEC, "A field breaks a law.");

  private static final RouteDescription REVOKE =
      shows("revokeShare", "Ends a link at once")
          .refuses(ProblemType.CONFLICT, "It is revoked already.");

  private static final RouteDescription RESTORE =
      shows("restoreShare", "Lets a revoked link open its view again")
          .refuses(ProblemType.CONFLICT, "It is not revoked.");

  private static final RouteDescription PURGE =
      RouteDescription.named("purgeShare", "Takes a share away for good")
          .answers(204, "It is gone.");

  private static final RouteDescription PAGE =
      part("getSharedPage", "Shows it as its readers see it", "text/html");
  private static final RouteDescription VIEW =
      part("getSharedView", "Shows the document of the view", "application/json");
  private static final RouteDescription DATA =
      part("getSharedData", "Hands out what its SHA-256 is of", "application/json");
  private static final RouteDescription CSV =
      part("getSharedTable", "Hands out one of its tables", "text/csv")
          .requires("table", Schemas.text(), "The table's id");
  private static final RouteDescription PDF =
      part("getSharedPdf", "Sets it on pages", "application/pdf")
          .withHeader(429, "Retry-After", "Seconds")
          .refuses(ProblemType.BUSY, "Others are made.");

  private static RouteDescription shows(String id, String summary) {
    return RouteDescription.named(id, summary).answers(200, "The share", ShareJson::schema);
  }

  private static RouteDescription part(String id, String summary, String contentType) {
    return RouteDescription.named(id, summary)
        .answers(
            200,
            "The whole of it",
            contentType,
            Schemas.plain(JsonNodeFactory.instance.objectNode()));
  }

  void on(RoutesConfig routes) {
    var answer = new AnswerShare(shares(), print);
    routes
        .post(ALL, new Described(SHARE, this::share))
        .get(ALL, new Described(LIST, this::list))
        .get(
            ONE,
            new Described(
                SHOW, request -> request.json(ShareJson.of(find(request), request.contextPath()))))
        .patch(ONE, new Described(EXPIRE, this::expire))
        .delete(ONE, new Described(REVOKE, change(shares()::revoke, "is revoked already")))
        .post(ONE + "/restore", new Described(RESTORE, change(shares()::restore, "is not revoked")))
        .post(ONE + "/purge", new Described(PURGE, this::purge))
        .get(ONE + "/page", new Described(PAGE, showing(answer::listed)))
        .get(ONE + "/view", new Described(VIEW, showing(answer::json)))
        .get(ONE + "/data", new Described(DATA, showing(answer::data)))
        .get(ONE + "/csv", new Described(CSV, showing(answer::csv)))
        .get(ONE + "/pdf", new Described(PDF, showing(answer::listedPdf)));
  }

  private Shares shares() {
    return make.shares();
  }

  private void share(Context request) {
    ReadShareRequest.Asked asked = ReadShareRequest.of(request);
    Shares.Kept kept = make.of(asked.what(), asked.terms()).kept();
    String id = kept.share().id().value();
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + ALL + "/" + id)
        .json(
            ShareJson.of(kept.share(), request.contextPath())
                .put("token", kept.token().value())
                .put("link", request.contextPath() + "/s/" + kept.token().value()));
  }

  private void list(Context request) {
    int limit = ReadNumber.of(request, "limit", LIMIT, 1, MOST);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    shares().list(limit).forEach(share -> json.add(ShareJson.of(share, request.contextPath())));
    request.json(json);
  }

  private void expire(Context request) {
    ShareId id = find(request).id();
    Optional<Integer> days = ReadShareRequest.newDays(request);
    var terms = new ShareTerms(days, false, "");
    shares().expire(id, terms.expires(make.clock().instant()));
    request.json(ShareJson.of(find(request), request.contextPath()));
  }

  private Handler change(Predicate<ShareId> change, String refusal) {
    return request -> {
      ShareId id = find(request).id();
      if (!change.test(id)) {
        throw new ConflictResponse("The share " + id + " " + refusal + ".");
      }
      request.json(ShareJson.of(find(request), request.contextPath()));
    };
  }

  private void purge(Context request) {
    shares().purge(find(request).id());
    request.status(HttpStatus.NO_CONTENT);
  }

  private Handler showing(BiPredicate<Context, OpenedShare> answer) {
    return request -> {
      boolean answered =
          shares().show(find(request).id()).filter(s -> answer.test(request, s)).isPresent();
      if (!answered) {
        throw new NotFoundResponse("The share has no such part, or this version cannot read it.");
      }
    };
  }

  private Share find(Context request) {
    String id = request.pathParam("id");
    return ShareId.parse(id)
        .flatMap(shares()::find)
        .orElseThrow(() -> new NotFoundResponse("There is no share " + id + "."));
  }
}
