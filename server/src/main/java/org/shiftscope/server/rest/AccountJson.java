package org.shiftscope.server.rest;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.access.Access;
import org.shiftscope.storage.accounts.Account;
import org.shiftscope.storage.accounts.ApiToken;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.AuditEntry;
import org.shiftscope.storage.accounts.OneTimeLink;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accounts and what belongs to them as JSON. No hash is in it, and a secret only where it is new.
 */
final class AccountJson {

  private AccountJson() {}

  static ObjectNode meSchema() {
    return Schemas.object("Who asks.")
        .field("name", Schemas.orNull(Schemas.text()), "The account; null for who has none")
        .field("role", Schemas.oneOf(Role.values()), "What they may do")
        .field("signedIn", Schemas.truth(), "Whether by a password, not by a token")
        .field("open", Schemas.truth(), "Whether the server has no accounts yet")
        .end();
  }

  static ObjectNode accountSchema(SchemaDefinitions all) {
    return all.refer("Account", () -> accountFields().end());
  }

  static ObjectNode newAccountSchema() {
    return accountFields().field("link", linkSchema(), "By which the password is chosen").end();
  }

  private static Schemas.Fields accountFields() {
    return Schemas.object("An account.")
        .field("name", Schemas.text(), "Its name")
        .field("role", Schemas.oneOf(Role.values()), "What it may do")
        .field("invited", Schemas.truth(), "Whether its password is not chosen yet")
        .field("disabled", Schemas.truth(), "Whether nobody can sign in to it")
        .field("created", Schemas.time(), "When it was made")
        .field("lastSignIn", Schemas.orNull(Schemas.time()), "When somebody last signed in");
  }

  static ObjectNode linkSchema() {
    return Schemas.object("A link that works once.")
        .field("path", Schemas.text(), "Its address below the server's")
        .field("expires", Schemas.time(), "When it ends")
        .end();
  }

  static ObjectNode sessionSchema() {
    return Schemas.object("A session of one's own.")
        .field("id", Schemas.text(), "Its id")
        .field("started", Schemas.time(), "When it began")
        .field("lastUsed", Schemas.time(), "When it was last used")
        .field("address", Schemas.text(), "From where")
        .field("agent", Schemas.text(), "What the browser calls itself")
        .field("current", Schemas.truth(), "Whether it is the one that asks")
        .end();
  }

  static Schemas.Fields tokenFields() {
    return Schemas.object("An API token of one's own.")
        .field("id", Schemas.text(), "Its id")
        .field("title", Schemas.text(), "A person's name for it")
        .field("scope", Schemas.text(), "What it may do: read, run or administer")
        .field("created", Schemas.time(), "When it was made")
        .field("expires", Schemas.time(), "When it ends")
        .field("lastUsed", Schemas.orNull(Schemas.time()), "When it was last used");
  }

  static ObjectNode entrySchema() {
    return Schemas.object("Who did what.")
        .field("sequence", Schemas.integer(), "Its number")
        .field("at", Schemas.time(), "When")
        .field("account", Schemas.text(), "Who")
        .field("address", Schemas.text(), "From where")
        .field("action", Schemas.text(), "What was done")
        .field("subject", Schemas.text(), "To what")
        .end();
  }

  /** Who asks, and what they may do. */
  static ObjectNode me(Access access) {
    Asker asker = Asker.current().orElseThrow();
    return object()
        .put("name", asker.isKnown() ? asker.name() : null)
        .put("role", asker.role().id())
        .put("signedIn", asker.isSignedIn())
        .put("open", access.isOpen());
  }

  static ObjectNode account(Account account) {
    return object()
        .put("name", account.name())
        .put("role", account.role().id())
        .put("invited", account.invited())
        .put("disabled", account.disabled())
        .put("created", account.created().toString())
        .put("lastSignIn", time(account.lastSignIn()));
  }

  static ObjectNode link(OneTimeLink link) {
    return object()
        .put("path", "/set-password?link=" + link.secret().text())
        .put("expires", link.expires().toString());
  }

  static ArrayNode sessions(Access access) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    access.people().sessions().list().forEach(each -> json.add(session(each)));
    return json;
  }

  private static ObjectNode session(Session session) {
    return object()
        .put("id", session.id())
        .put("started", session.started().toString())
        .put("lastUsed", session.lastUsed().toString())
        .put("address", session.address())
        .put("agent", session.agent())
        .put("current", session.current());
  }

  static ArrayNode tokens(Access access) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    access.people().tokens().list().forEach(each -> json.add(token(each)));
    return json;
  }

  static ObjectNode token(ApiToken token) {
    return object()
        .put("id", token.id())
        .put("title", token.title())
        .put("scope", token.scope().scope())
        .put("created", token.created().toString())
        .put("expires", token.expires().toString())
        .put("lastUsed", time(token.lastUsed()));
  }

  static ObjectNode entry(AuditEntry entry) {
    return object()
        .put("sequence", entry.sequence())
        .put("at", entry.at().toString())
        .put("account", entry.account())
        .put("address", entry.address())
        .put("action", entry.action())
        .put("subject", entry.subject());
  }

  private static @Nullable String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
