package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.signin.TrySignIn;
import org.shiftscope.storage.accounts.Account;
import org.shiftscope.storage.accounts.Accounts;
import org.shiftscope.storage.accounts.OneTimeLink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signing in and out, one's own sessions and tokens, and for administrators the accounts. */
record AccountRoutes(Access access) {

  private static final String ONE = "/api/accounts/{name}";

  void on(RoutesConfig routes) {
    own(routes);
    routes
        .get("/api/accounts", new Described(AccountDescriptions.LIST, this::list))
        .post("/api/accounts", new Described(AccountDescriptions.ADD, this::add))
        .patch(ONE, new Described(AccountDescriptions.CHANGE, this::change))
        .delete(ONE, new Described(AccountDescriptions.REMOVE, this::remove))
        .post(ONE + "/reset", new Described(AccountDescriptions.RESET, this::reset))
        .get("/api/audit", new Described(AccountDescriptions.AUDIT, this::audit));
  }

  private void own(RoutesConfig routes) {
    routes
        .get(
            "/api/me",
            new Described(AccountDescriptions.ME, request -> request.json(AccountJson.me(access))))
        .post("/api/sign-in", new Described(AccountDescriptions.SIGN_IN, this::signIn))
        .post("/api/sign-out", new Described(AccountDescriptions.SIGN_OUT, this::signOut))
        .post("/api/set-password", new Described(AccountDescriptions.BY_LINK, this::setPassword))
        .put("/api/me/password", new Described(AccountDescriptions.PASSWORD, this::changePassword))
        .get(
            "/api/sessions",
            new Described(
                AccountDescriptions.SESSIONS,
                request -> request.json(AccountJson.sessions(access))))
        .delete(
            "/api/sessions/{id}", new Described(AccountDescriptions.END_SESSION, this::endSession))
        .get(
            "/api/tokens",
            new Described(
                AccountDescriptions.TOKENS, request -> request.json(AccountJson.tokens(access))))
        .post("/api/tokens", new Described(AccountDescriptions.MAKE_TOKEN, this::makeToken))
        .delete("/api/tokens/{id}", new Described(AccountDescriptions.REVOKE, this::revokeToken));
  }

  private void signIn(Context request) {
    ObjectNode given = ReadBody.asObject(request, "name", "password");
    String name = ReadBody.text(given, "name");
    new TrySignIn(access).in(request, name, ReadBody.text(given, "password"));
    Account account = access.people().accounts().find(name).orElseThrow();
    request.json(AccountJson.account(account));
  }

  private void signOut(Context request) {
    access.people().sessions().signOut();
    access.cookie().take(request.req(), request.res());
    request.status(HttpStatus.NO_CONTENT);
  }

  private void setPassword(Context request) {
    ObjectNode given = ReadBody.asObject(request, "link", "name", "password");
    String name =
        access
            .people()
            .passwords()
            .byLink(
                ReadBody.text(given, "link"),
                given.path("name").asString(""),
                ReadBody.text(given, "password"));
    request.json(JsonNodeFactory.instance.objectNode().put("name", name));
  }

  private void changePassword(Context request) {
    ObjectNode given = ReadBody.asObject(request, "old", "password");
    access
        .people()
        .passwords()
        .change(ReadBody.text(given, "old"), ReadBody.text(given, "password"));
    request.status(HttpStatus.NO_CONTENT);
  }

  private void endSession(Context request) {
    String id = request.pathParam("id");
    found(access.people().sessions().end(id), request, "No session of yours has the id " + id);
  }

  private void makeToken(Context request) {
    ObjectNode given = ReadBody.asObject(request, "title", "scope", "days");
    JsonNode days = given.path("days");
    if (given.has("days") && !days.canConvertToInt()) {
      throw wrong("days", "must be a whole number of days", days);
    }
    var made =
        access
            .people()
            .tokens()
            .make(ReadBody.text(given, "title"), ReadBody.text(given, "scope"), days.asInt(90));
    request
        .status(HttpStatus.CREATED)
        .json(AccountJson.token(made.token()).put("token", made.secret().text()));
  }

  private static InvalidSpec wrong(String field, String law, JsonNode value) {
    return InvalidSpec.of(List.of(new Problem(field, law, value.toString())));
  }

  private void revokeToken(Context request) {
    String id = request.pathParam("id");
    found(access.people().tokens().revoke(id), request, "No token of yours has the id " + id);
  }

  private static void found(boolean found, Context request, String otherwise) {
    if (!found) {
      throw new NotFoundResponse(otherwise + ".");
    }
    request.status(HttpStatus.NO_CONTENT);
  }

  private void list(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    access.people().accounts().list().forEach(each -> json.add(AccountJson.account(each)));
    request.json(json);
  }

  private void add(Context request) {
    ObjectNode given = ReadBody.asObject(request, "name", "role");
    Accounts accounts = access.people().accounts();
    OneTimeLink link = accounts.add(ReadBody.text(given, "name"), ReadBody.text(given, "role"));
    Account account = accounts.find(link.account().orElseThrow()).orElseThrow();
    request
        .status(HttpStatus.CREATED)
        .json(AccountJson.account(account).set("link", AccountJson.link(link)));
  }

  private void change(Context request) {
    ObjectNode given = ReadBody.asObject(request, "role", "disabled");
    JsonNode disabled = given.path("disabled");
    if (given.has("disabled") && !disabled.isBoolean()) {
      throw wrong("disabled", "must be true or false", disabled);
    }
    String name = request.pathParam("name");
    Accounts accounts = access.people().accounts();
    if (given.has("role")) {
      accounts.role(name, ReadBody.text(given, "role"));
    }
    if (disabled.isBoolean()) {
      accounts.disable(name, disabled.booleanValue());
    }
    Account account =
        accounts
            .find(name)
            .orElseThrow(() -> new NotFoundResponse("There is no account named " + name + "."));
    request.json(AccountJson.account(account));
  }

  private void remove(Context request) {
    access.people().accounts().remove(request.pathParam("name"));
    request.status(HttpStatus.NO_CONTENT);
  }

  private void reset(Context request) {
    request.json(AccountJson.link(access.people().accounts().reset(request.pathParam("name"))));
  }

  private void audit(Context request) {
    int limit = ReadNumber.of(request, "limit", 100, 1, 1_000);
    int before = ReadNumber.of(request, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    access.people().audit().list(before, limit).forEach(each -> json.add(AccountJson.entry(each)));
    request.json(json);
  }
}
