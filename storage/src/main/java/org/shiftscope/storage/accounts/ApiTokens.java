package org.shiftscope.storage.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens with which scripts sign in. Each is told once, when it is made. */
public final class ApiTokens {

  /** So that a scanner of published code knows one when it sees it. */
  static final String PREFIX = "shiftscope_";

  private final Records records;
  private final NoteUse uses;

  ApiTokens(Records records) {
    this.records = records;
    this.uses = new NoteUse(records);
  }

  /** A new token and what it holds, told this once. */
  public record Made(ApiToken token, Secret secret) {}

  /**
   * Makes one for who asks.
   *
   * @param title what it is for
   * @param scope {@code read}, {@code run} or {@code administer}
   * @param days how long it holds, from 1 to 366
   * @throws NotAllowed where who asks has not signed in, or may less than the scope
   */
  public Made make(String title, String scope, int days) {
    String account = Asker.signedIn();
    Role given = CheckInput.scope(scope);
    Asker.require(given);
    String name = CheckInput.title(title);
    Duration life = Duration.ofDays(CheckInput.days(days));
    Secret secret = Secret.fresh(PREFIX);
    return records.change(
        Role.VIEWER,
        (handle, now) -> {
          var token =
              new ApiToken(
                  Secret.freshId(), name, given, now, now.plus(life), Optional.<Instant>empty());
          handle
              .createUpdate(
                  "INSERT INTO api_token (hash, id, account, title, scope, created, expires)"
                      + " VALUES (:hash, :id, :account, :title, :scope, :created, :expires)")
              .bind("hash", secret.hash())
              .bind("id", token.id())
              .bind("account", account)
              .bind("title", name)
              .bind("scope", given.id())
              .bind("created", now)
              .bind("expires", token.expires())
              .execute();
          AuditLog.note(handle, now, "token-made", token.id() + " (" + scope + "): " + name);
          return new Made(token, secret);
        });
  }

  /** Those of who asks, the newest first. */
  public List<ApiToken> list() {
    String account = Asker.signedIn();
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM api_token WHERE account = :account ORDER BY created DESC, id")
                .bind("account", account)
                .map(
                    (row, context) ->
                        new ApiToken(
                            row.getString("id"),
                            row.getString("title"),
                            Rows.role(row, "scope"),
                            Rows.instant(row, "created"),
                            Rows.instant(row, "expires"),
                            Rows.optionalInstant(row, "last_used")))
                .list());
  }

  /** Ends one of who asks for good. Returns whether there was one. */
  public boolean revoke(String id) {
    String account = Asker.signedIn();
    return records.change(
        Role.VIEWER,
        (handle, now) -> {
          int gone =
              handle
                  .createUpdate("DELETE FROM api_token WHERE account = :account AND id = :id")
                  .bind("account", account)
                  .bind("id", id)
                  .execute();
          if (gone > 0) {
            AuditLog.note(handle, now, "token-revoked", id);
          }
          return gone > 0;
        });
  }

  /** Who a token stands for, and that it is in use. */
  public Optional<Asker> asker(String token, String address) {
    String hash = new Secret(token).hash();
    Optional<Asker> asker = find(hash, address);
    if (asker.isPresent()) {
      uses.of(
          hash,
          (handle, now) ->
              handle
                  .createUpdate(
                      "UPDATE api_token SET last_used = :now"
                          + " WHERE hash = :hash AND (last_used IS NULL OR last_used < :before)")
                  .bind("now", now)
                  .bind("hash", hash)
                  .bind("before", now.minus(NoteUse.EXACTLY))
                  .execute());
    }
    return asker;
  }

  Optional<Asker> find(String hash, String address) {
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.name, a.role, t.scope FROM api_token t"
                        + " JOIN account a ON a.name = t.account"
                        + " WHERE t.hash = :hash AND NOT a.disabled AND t.expires > :now")
                .bind("hash", hash)
                .bind("now", records.now())
                .map(
                    (row, context) ->
                        new Asker(
                            row.getString("name"),
                            Rows.role(row, "role").atMost(Rows.role(row, "scope")),
                            Asker.TOKEN + hash,
                            address))
                .findOne());
  }
}
