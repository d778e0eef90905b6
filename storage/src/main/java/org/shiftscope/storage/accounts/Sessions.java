package org.shiftscope.storage.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Signing in and out, and who a cookie stands for. A session outlives a restart of the server. */
public final class Sessions {

  /** How exactly it is kept when a session was last used: not each request is a write. */
  private final Records records;

  private final NoteUse uses;
  private final ChoosePassword passwords;

  Sessions(Records records, ChoosePassword passwords) {
    this.records = records;
    this.uses = new NoteUse(records);
    this.passwords = passwords;
  }

  /**
   * Signs in. An unknown name, a wrong password and a disabled account are one answer, and take as
   * long.
   *
   * @param agent what the browser says of itself
   * @return what the cookie is to hold; empty where they may not
   */
  public Optional<Secret> signIn(
      String name, String password, Optional<String> agent, SessionLimits limits) {
    String account = CheckInput.lower(name);
    Optional<String> hash = passwords.hash(account);
    boolean matches = HashPassword.matches(password, hash);
    return records.change(
        Role.NOBODY,
        (handle, now) -> {
          // Once more: it may have been changed meanwhile.
          if (!matches || !hash.equals(passwords.hash(account))) {
            AuditLog.note(handle, now, "sign-in-refused", CheckInput.cut(Optional.of(account), 60));
            return Optional.empty();
          }
          Secret secret = insert(handle, now, account, CheckInput.cut(agent, 200), limits);
          AuditLog.note(handle, now, "signed-in", account);
          return Optional.of(secret);
        });
  }

  /**
   * Who a cookie stands for, and that it is in use.
   *
   * @param address where they ask from
   * @param limits when it ends by itself
   * @param used whether this request is a person's, not a page's that waits
   */
  public Optional<Asker> asker(String cookie, String address, SessionLimits limits, boolean used) {
    String hash = new Secret(cookie).hash();
    Optional<Asker> asker = find(hash, address);
    if (used && asker.isPresent()) {
      uses.of(hash, (handle, now) -> touch(handle, now, hash, limits.idle()));
    }
    return asker;
  }

  /** Ends the session of who asks. */
  public void signOut() {
    Asker.current()
        .filter(Asker::isSignedIn)
        .ifPresent(
            asker -> {
              var _ =
                  records.change(
                      Role.NOBODY,
                      (handle, now) -> {
                        AuditLog.note(handle, now, "signed-out", asker.name());
                        return handle
                            .createUpdate("DELETE FROM sign_in WHERE hash = :hash")
                            .bind("hash", asker.hash())
                            .execute();
                      });
            });
  }

  /** Those of who asks, the last used first. */
  public List<Session> list() {
    String account = Asker.signedIn();
    String current = Asker.current().map(Asker::hash).orElse("");
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM sign_in WHERE account = :account AND idle_until > :now"
                        + " AND valid_until > :now ORDER BY last_used DESC, id")
                .bind("account", account)
                .bind("now", records.now())
                .map(
                    (row, context) ->
                        new Session(
                            row.getString("id"),
                            Rows.instant(row, "started"),
                            Rows.instant(row, "last_used"),
                            row.getString("address"),
                            row.getString("agent"),
                            current.equals(row.getString("hash"))))
                .list());
  }

  /** Ends one of who asks. Returns whether there was one. */
  public boolean end(String id) {
    String account = Asker.signedIn();
    return records.change(
        Role.VIEWER,
        (handle, now) -> {
          AuditLog.note(handle, now, "session-ended", account);
          return handle
                  .createUpdate("DELETE FROM sign_in WHERE account = :account AND id = :id")
                  .bind("account", account)
                  .bind("id", id)
                  .execute()
              > 0;
        });
  }

  Optional<Asker> find(String hash, String address) {
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.name, a.role FROM sign_in s JOIN account a ON a.name = s.account"
                        + " WHERE s.hash = :hash AND NOT a.disabled"
                        + " AND s.idle_until > :now AND s.valid_until > :now")
                .bind("hash", hash)
                .bind("now", records.now())
                .map(
                    (row, context) ->
                        new Asker(
                            row.getString("name"),
                            Rows.role(row, "role"),
                            Asker.SESSION + hash,
                            address))
                .findOne());
  }

  /** All of an account but one. */
  static int endAll(Handle handle, String account, String butHash) {
    return handle
        .createUpdate("DELETE FROM sign_in WHERE account = :account AND hash <> :hash")
        .bind("account", account)
        .bind("hash", butHash)
        .execute();
  }

  static int forgetEnded(Handle handle, Instant now) {
    return handle
        .createUpdate("DELETE FROM sign_in WHERE idle_until <= :now OR valid_until <= :now")
        .bind("now", now)
        .execute();
  }

  private static int touch(Handle handle, Instant now, String hash, Duration idle) {
    return handle
        .createUpdate(
            "UPDATE sign_in SET last_used = :now, idle_until = :idle"
                + " WHERE hash = :hash AND last_used < :before")
        .bind("now", now)
        .bind("idle", now.plus(idle))
        .bind("hash", hash)
        .bind("before", now.minus(NoteUse.EXACTLY))
        .execute();
  }

  /** A new session of an account; returns what its cookie is to hold. */
  static Secret insert(
      Handle handle, Instant now, String account, String agent, SessionLimits limits) {
    Secret secret = Secret.fresh("");
    handle
        .createUpdate(
            "INSERT INTO sign_in (hash, id, account, started, last_used, idle_until, valid_until,"
                + " address, agent) VALUES (:hash, :id, :account, :now, :now, :idle, :valid,"
                + " :address, :agent)")
        .bind("hash", secret.hash())
        .bind("id", Secret.freshId())
        .bind("account", account)
        .bind("now", now)
        .bind("idle", now.plus(limits.idle()))
        .bind("valid", now.plus(limits.length()))
        .bind("address", CheckInput.cut(Asker.current().map(Asker::address), 60))
        .bind("agent", agent)
        .execute();
    handle
        .createUpdate("UPDATE account SET last_sign_in = :now WHERE name = :account")
        .bind("now", now)
        .bind("account", account)
        .execute();
    return secret;
  }
}
