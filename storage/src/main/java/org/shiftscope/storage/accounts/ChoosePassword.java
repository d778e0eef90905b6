package org.shiftscope.storage.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How passwords come to be: chosen by a one-time link, or changed by who knows the old one. Nobody
 * chooses another's, and none is kept but as its hash.
 */
public final class ChoosePassword {

  private static final Duration LINK = Duration.ofHours(24);

  private final Records records;

  ChoosePassword(Records records) {
    this.records = records;
  }

  /** A fresh link that makes the first administrator; earlier ones end. For the server's log. */
  public OneTimeLink setUp() {
    return records.change(Role.ADMINISTRATOR, (handle, now) -> link(handle, now, Optional.empty()));
  }

  /** The account that a link is for, empty in the set-up link's; empty where it does not hold. */
  public Optional<OneTimeLink> find(String secret) {
    return records.read(handle -> find(handle, records.now(), new Secret(secret)));
  }

  /**
   * Chooses a password by a link, which ends with it, as do the account's sessions. The set-up link
   * makes the account.
   *
   * @param name the new account's, for the set-up link alone
   * @return the account's name
   * @throws AccountRefused where the link does not hold any more
   * @throws org.shiftscope.compute.spec.InvalidSpec where the name or the password breaks its law
   */
  public String byLink(String secret, String name, String password) {
    OneTimeLink link = find(secret).orElseThrow(ChoosePassword::ended);
    String account = link.account().orElseGet(() -> CheckInput.name(name));
    String hash = HashPassword.hash(CheckInput.password(account, password));
    return records.change(
        Role.NOBODY,
        (handle, now) -> {
          // Once more: somebody else may have been faster.
          var _ = find(handle, now, link.secret()).orElseThrow(ChoosePassword::ended);
          if (link.account().isEmpty() && Accounts.find(handle, account).isEmpty()) {
            Accounts.insert(handle, now, account, Role.ADMINISTRATOR);
          }
          keep(handle, account, hash);
          handle
              .createUpdate("DELETE FROM one_time_link WHERE hash = :hash OR account IS NULL")
              .bind("hash", link.secret().hash())
              .execute();
          AuditLog.note(handle, now, "password-chosen", account);
          return account;
        });
  }

  /**
   * Changes the password of who asks; their other sessions end.
   *
   * @throws AccountRefused where the old one is another
   * @throws NotAllowed where who asks has not signed in
   */
  public void change(String old, String password) {
    String account = Asker.signedIn();
    if (!HashPassword.matches(old, hash(account))) {
      throw new AccountRefused("That is not your password of now: type that one first.");
    }
    String hash = HashPassword.hash(CheckInput.password(account, password));
    String keep = Asker.current().map(Asker::hash).orElse("");
    var _ =
        records.change(
            Role.VIEWER,
            (handle, now) -> {
              handle
                  .createUpdate("UPDATE account SET password = :password WHERE name = :name")
                  .bind("password", hash)
                  .bind("name", account)
                  .execute();
              AuditLog.note(handle, now, "password-changed", account);
              return Sessions.endAll(handle, account, keep);
            });
  }

  /** Whether who asks has a password: who signs in by an OpenID provider alone has none. */
  public boolean isChosen() {
    return hash(Asker.signedIn()).isPresent();
  }

  /** The hash of the password with which somebody can sign in now. */
  Optional<String> hash(String account) {
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT password FROM account"
                        + " WHERE name = :name AND NOT disabled AND password IS NOT NULL")
                .bind("name", account)
                .mapTo(String.class)
                .findOne());
  }

  OneTimeLink link(Handle handle, Instant now, Optional<String> account) {
    handle
        .createUpdate(
            "DELETE FROM one_time_link WHERE account "
                + (account.isPresent() ? "= :account" : "IS NULL OR account = :account"))
        .bind("account", account.orElse(""))
        .execute();
    var link = new OneTimeLink(Secret.fresh(""), account, now.plus(LINK));
    handle
        .createUpdate(
            "INSERT INTO one_time_link (hash, account, expires) VALUES (:hash, :account, :expires)")
        .bind("hash", link.secret().hash())
        .bind("account", account)
        .bind("expires", link.expires())
        .execute();
    return link;
  }

  private static Optional<OneTimeLink> find(Handle handle, Instant now, Secret secret) {
    return handle
        .createQuery(
            "SELECT account, expires FROM one_time_link WHERE hash = :hash AND expires > :now")
        .bind("hash", secret.hash())
        .bind("now", now)
        .map(
            (row, context) ->
                new OneTimeLink(
                    secret,
                    Optional.ofNullable(row.getString("account")),
                    Rows.instant(row, "expires")))
        .findOne();
  }

  private static void keep(Handle handle, String account, String hash) {
    handle
        .createUpdate("UPDATE account SET password = :password WHERE name = :name")
        .bind("password", hash)
        .bind("name", account)
        .execute();
    Sessions.endAll(handle, account, "");
  }

  private static AccountRefused ended() {
    return new AccountRefused(
        "This link does not hold any more: it was used, or it is older than a day. Ask an"
            + " administrator for another one; a server without accounts logs one at each start.");
  }
}
