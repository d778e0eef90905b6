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
 */
record ShareRoutes(MakeShare make) {

  private static final String ALL = "/api/shares";
  private static final String ONE = ALL + "/{id}";
  private static final int LIMIT = 100;
  private static final int MOST = 1_000;

  void on(RoutesConfig routes) {
    var answer = new AnswerShare(shares());
    routes
        .post(ALL, this::share)
        .get(ALL, this::list)
        .get(ONE, request -> request.json(ShareJson.of(find(request))))
        .patch(ONE, this::expire)
        .delete(ONE, change(shares()::revoke, "is revoked already"))
        .post(ONE + "/restore", change(shares()::restore, "is not revoked"))
        .post(ONE + "/purge", this::purge)
        .get(ONE + "/page", showing(answer::listed))
        .get(ONE + "/view", showing(answer::json))
        .get(ONE + "/data", showing(answer::data))
        .get(ONE + "/csv", showing(answer::csv));
  }

  private Shares shares() {
    return make.shares();
  }

  private void share(Context request) {
    ReadShareRequest.Asked asked = ReadShareRequest.of(request);
    Shares.Kept kept = make.of(asked.what(), asked.terms());
    String id = kept.share().id().value();
    request
        .status(HttpStatus.CREATED)
        .header("Location", ALL + "/" + id)
        .json(
            ShareJson.of(kept.share())
                .put("token", kept.token().value())
                .put("link", "/s/" + kept.token().value()));
  }

  private void list(Context request) {
    int limit = ReadNumber.of(request, "limit", LIMIT, 1, MOST);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    shares().list(limit).forEach(share -> json.add(ShareJson.of(share)));
    request.json(json);
  }

  private void expire(Context request) {
    ShareId id = find(request).id();
    Optional<Integer> days = ReadShareRequest.newDays(request);
    var terms = new ShareTerms(days, false, "", Optional.empty());
    shares().expire(id, terms.expires(make.clock().instant()));
    request.json(ShareJson.of(find(request)));
  }

  private Handler change(Predicate<ShareId> change, String refusal) {
    return request -> {
      ShareId id = find(request).id();
      if (!change.test(id)) {
        throw new ConflictResponse("The share " + id + " " + refusal + ".");
      }
      request.json(ShareJson.of(find(request)));
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
