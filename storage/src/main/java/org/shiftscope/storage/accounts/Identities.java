package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.spec.InvalidSpec;

/**
 * Signing in by an OpenID provider. An account is known by issuer and subject, never by its name: a
 * name can be given to somebody else there. See docs/decisions/051-sign-in-by-a-provider.md.
 */
public final class Identities {

  private final Records records;

  Identities(Records records) {
    this.records = records;
  }

  /**
   * How a try to sign in ended.
   *
   * @param cookie what the cookie is to hold; empty where they may not come in
   * @param refusal why not, a sentence for them; empty where they may
   */
  public record Entry(Optional<Secret> cookie, String refusal) {}

  /** Ends the transaction's work with a sentence that is told, and noted in the audit log. */
  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /**
   * Signs in whom a provider vouches for. Where nobody here is linked with them, that is an account
   * of their name which an administrator added and whose owner has never signed in, or a new one.
   *
   * @param newcomers whether who has no account here gets one
   * @param agent what the browser says of itself
   */
  public Entry signIn(
      Vouched person, boolean newcomers, Optional<String> agent, SessionLimits limits) {
    return records.change(
        Role.NOBODY,
        (handle, now) -> {
          try {
            Account account = account(handle, now, person, newcomers);
            String name = let(handle, now, account, person).name();
            Secret secret = Sessions.insert(handle, now, name, CheckInput.cut(agent, 200), limits);
            AuditLog.note(handle, now, "signed-in", name + " (" + person.issuer() + ")");
            return new Entry(Optional.of(secret), "");
          } catch (Refused refused) {
            AuditLog.note(
                handle, now, "sign-in-refused", person.name() + " (" + person.issuer() + ")");
            return new Entry(Optional.empty(), String.valueOf(refused.getMessage()));
          }
        });
  }

  /** Notes in the audit log that nobody was signed in by a provider, and why. */
  public void refused(String why) {
    var _ =
        records.change(
            Role.NOBODY,
            (handle, now) -> {
              AuditLog.note(handle, now, "sign-in-refused", why);
              return true;
            });
  }

  private static Account account(Handle handle, Instant now, Vouched person, boolean newcomers)
      throws Refused {
    Optional<Account> linked =
        handle
            .createQuery(
                Rows.ACCOUNTS
                    + " WHERE name = (SELECT account FROM account_identity"
                    + " WHERE issuer = :issuer AND subject = :subject)")
            .bind("issuer", person.issuer())
            .bind("subject", person.subject())
            .map((row, context) -> Rows.account(row))
            .findOne();
    return linked.isPresent() ? linked.get() : link(handle, now, person, newcomers);
  }

  private static Account link(Handle handle, Instant now, Vouched person, boolean newcomers)
      throws Refused {
    String name = name(person);
    Optional<Account> there = Accounts.find(handle, name);
    insist(
        there.isEmpty() || there.get().invited(),
        "There is an account named "
            + name
            + " already, which is not yours by this way. Sign in with its password, or ask an"
            + " administrator.");
    if (there.isEmpty() || person.lasting()) {
      insistOnRole(person);
    }
    if (there.isEmpty()) {
      insist(
          newcomers,
          "Nobody here is called "
              + name
              + ": ask an administrator to add an account of this name for you.");
      insist(
          person.role() == Role.ADMINISTRATOR || !Accounts.none(handle),
          "Nobody has an account here yet, and the first must be an administrator's: it is made by"
              + " the link in the server's log.");
      Accounts.insert(handle, now, name, person.role());
      AuditLog.note(handle, now, "account-added", name + " (" + person.role().id() + ")");
    }
    handle
        .createUpdate(
            "INSERT INTO account_identity (issuer, subject, account, linked)"
                + " VALUES (:issuer, :subject, :account, :now)")
        .bind("issuer", person.issuer())
        .bind("subject", person.subject())
        .bind("account", name)
        .bind("now", now)
        .execute();
    AuditLog.note(handle, now, "account-linked", name + " (" + person.issuer() + ")");
    Account linked = Accounts.find(handle, name).orElseThrow();
    endLinks(handle, linked, person);
    return linked;
  }

  /**
   * Who has come in by the provider needs no link any more, and whoever else has it must not choose
   * a password by it. The set-up link ends with the first administrator.
   */
  private static void endLinks(Handle handle, Account account, Vouched person) {
    boolean administrator =
        account.role() == Role.ADMINISTRATOR
            || (person.lasting() && person.role() == Role.ADMINISTRATOR);
    handle
        .createUpdate(
            "DELETE FROM one_time_link WHERE account = :account"
                + (administrator ? " OR account IS NULL" : ""))
        .bind("account", account.name())
        .execute();
  }

  /** Looks whether they may come in, and gives them the role that the provider decides on. */
  private static Account let(Handle handle, Instant now, Account account, Vouched person)
      throws Refused {
    insist(!account.disabled(), "Your account here is disabled: ask an administrator.");
    if (!person.lasting() || account.role() == person.role()) {
      return account;
    }
    if (account.role() == Role.ADMINISTRATOR
        && Accounts.administratorsBeside(handle, account.name()) == 0) {
      return account; // the last one stays: whoever took the group away can add another
    }
    insistOnRole(person);
    handle
        .createUpdate("UPDATE account SET role = :role WHERE name = :name")
        .bind("role", person.role().id())
        .bind("name", account.name())
        .execute();
    AuditLog.note(handle, now, "role-given", account.name() + " (" + person.role().id() + ")");
    return account;
  }

  private static String name(Vouched person) throws Refused {
    try {
      return CheckInput.name(person.name());
    } catch (InvalidSpec broken) {
      throw new Refused(
          "You are called “"
              + CheckInput.cut(Optional.of(person.name()), 60)
              + "” there, which cannot be an account's name here: "
              + broken.getMessage());
    }
  }

  private static void insistOnRole(Vouched person) throws Refused {
    insist(
        person.role() != Role.NOBODY,
        "You are in none of the groups that may use this server: ask an administrator.");
  }

  private static void insist(boolean holds, String sentence) throws Refused {
    if (!holds) {
      throw new Refused(sentence);
    }
  }
}
