package org.shiftscope.server.rest;

import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.accounts.Role;
import tools.jackson.databind.node.ObjectNode;

/** What the routes of {@link AccountRoutes} do, take and answer. */
final class AccountDescriptions {

  static final RouteDescription ME =
      RouteDescription.named("getMe", "Shows who asks and what they may do")
          .answers(200, "Who asks", all -> AccountJson.meSchema());

  static final RouteDescription SIGN_IN =
      RouteDescription.named("signIn", "Begins a session, in a cookie")
          .takes(all -> texts("Who signs in.", "name", "password"), "Name and password")
          .answers(200, "The account", AccountJson::accountSchema)
          .refuses(ProblemType.UNAUTHORIZED, "Name or password is wrong.")
          .refuses(ProblemType.BUSY, "This was tried too often.");

  static final RouteDescription SIGN_OUT =
      RouteDescription.named("signOut", "Ends the session that asks").answers(204, "It is over.");

  static final RouteDescription BY_LINK =
      RouteDescription.named("setPassword", "Chooses a password by a link that works once")
          .takes(
              all ->
                  Schemas.object("A new password.")
                      .field("link", Schemas.text(), "The secret of the link")
                      .option(
                          "name", Schemas.text(), "Of the first account, which a set-up link makes")
                      .field("password", Schemas.text(), "The password")
                      .end(),
              "The link and the password")
          .answers(200, "Whose password it is", all -> texts("Whose password it is.", "name"));

  static final RouteDescription PASSWORD =
      RouteDescription.named("changePassword", "Changes one's own password")
          .takes(all -> texts("Both passwords.", "old", "password"), "The old and the new one")
          .answers(204, "It is changed.");

  static final RouteDescription SESSIONS =
      RouteDescription.named("listSessions", "Lists one's own sessions")
          .answers(200, "The sessions", all -> Schemas.listOf(AccountJson.sessionSchema()));

  static final RouteDescription END_SESSION =
      RouteDescription.named("endSession", "Ends one of one's own sessions")
          .answers(204, "It is over.");

  static final RouteDescription TOKENS =
      RouteDescription.named("listTokens", "Lists one's own API tokens")
          .answers(200, "The tokens", all -> Schemas.listOf(AccountJson.tokenFields().end()));

  static final RouteDescription MAKE_TOKEN =
      RouteDescription.named("makeToken", "Makes an API token")
          .takes(
              all ->
                  Schemas.object("A new token.")
                      .field("title", Schemas.text(), "A person's name for it")
                      .field("scope", Schemas.text(), "What it may do: read, run or administer")
                      .option("days", Schemas.integer().put("default", 90), "How long it lasts")
                      .end(),
              "What it is for")
          .answers(
              201,
              "The token, whose secret is told this once",
              all ->
                  AccountJson.tokenFields()
                      .field("token", Schemas.text(), "What Authorization: Bearer takes")
                      .end());

  static final RouteDescription REVOKE =
      RouteDescription.named("revokeToken", "Revokes one of one's own tokens")
          .answers(204, "It is revoked.");

  static final RouteDescription LIST =
      RouteDescription.named("listAccounts", "Lists the accounts")
          .answers(200, "The accounts", Schemas.listOf(AccountJson::accountSchema));

  static final RouteDescription ADD =
      RouteDescription.named("addAccount", "Adds an account")
          .takes(
              all ->
                  Schemas.object("A new account.")
                      .field("name", Schemas.text(), "Its name")
                      .field("role", Schemas.oneOf(Role.values()), "What it may do")
                      .end(),
              "Name and role")
          .answers(201, "The account, with a link", all -> AccountJson.newAccountSchema())
          .refuses(ProblemType.CONFLICT, "There is one of this name.");

  static final RouteDescription CHANGE =
      RouteDescription.named("changeAccount", "Changes the role of an account, or disables it")
          .takes(
              all ->
                  Schemas.object("What is to be otherwise.")
                      .option("role", Schemas.oneOf(Role.values()), "What it may do")
                      .option("disabled", Schemas.truth(), "Whether nobody can sign in to it")
                      .end(),
              "What is to be otherwise")
          .answers(200, "The account", AccountJson::accountSchema)
          .refuses(ProblemType.CONFLICT, "It is the last administrator.");

  static final RouteDescription REMOVE =
      RouteDescription.named("removeAccount", "Removes an account")
          .answers(204, "It is gone.")
          .refuses(ProblemType.CONFLICT, "It is the last administrator.");

  static final RouteDescription RESET =
      RouteDescription.named("resetPassword", "Makes a link by which a new password is chosen")
          .answers(200, "The link", all -> AccountJson.linkSchema());

  static final RouteDescription AUDIT =
      RouteDescription.named("listAudit", "Lists who did what, the newest first")
          .query("limit", Schemas.integer(1, 1_000).put("default", 100), "At most so many")
          .query("before", Schemas.integer(), "Only those before the entry with this number")
          .answers(200, "The entries", all -> Schemas.listOf(AccountJson.entrySchema()));

  private AccountDescriptions() {}

  private static ObjectNode texts(String description, String... names) {
    Schemas.Fields fields = Schemas.object(description);
    for (String name : names) {
      fields = fields.field(name, Schemas.text(), name);
    }
    return fields.end();
  }
}
