package org.shiftscope.server.rest;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.access.Access;
import org.shiftscope.storage.accounts.Account;
import org.shiftscope.storage.accounts.ApiToken;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.AuditEntry;
import org.shiftscope.storage.accounts.OneTimeLink;
import org.shiftscope.storage.accounts.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accounts and what belongs to them as JSON. No hash is in it, and a secret only where it is new.
 */
final class AccountJson {

  private AccountJson() {}

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
