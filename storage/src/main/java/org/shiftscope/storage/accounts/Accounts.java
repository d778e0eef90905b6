package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The accounts, for administrators. What ends somebody's rights (a lesser role, disabling, removal)
 * holds from the next request on. Some administrator who can sign in is always left.
 */
public final class Accounts {

  private final Records records;
  private final ChoosePassword passwords;

  Accounts(Records records, ChoosePassword passwords) {
    this.records = records;
    this.passwords = passwords;
  }

  /** All accounts by name. */
  public List<Account> list() {
    Asker.require(Role.ADMINISTRATOR);
    return records.read(
        handle ->
            handle
                .createQuery(Rows.ACCOUNTS + " ORDER BY name")
                .map((row, context) -> Rows.account(row))
                .list());
  }

  /** An account, whatever case its name is written in. */
  public Optional<Account> find(String name) {
    return records.read(handle -> find(handle, CheckInput.lower(name)));
  }

  /**
   * Makes an account whose password its owner chooses by the link.
   *
   * @throws org.shiftscope.compute.spec.InvalidSpec where the name or the role breaks its law
   * @throws AccountRefused where the name is taken, or the first would be no administrator
   */
  public OneTimeLink add(String name, String role) {
    String lower = CheckInput.name(name);
    Role given = CheckInput.role(role);
    return records.change(
        Role.ADMINISTRATOR,
        (handle, now) -> {
          insist(
              find(handle, lower).isEmpty(),
              "There is an account named " + lower + " already: choose another name.");
          insist(
              given == Role.ADMINISTRATOR || administratorsBeside(handle, "") > 0,
              "The first account must be an administrator's: others can be added by them.");
          insert(handle, now, lower, given);
          AuditLog.note(handle, now, "account-added", lower + " (" + given.id() + ")");
          return passwords.link(handle, now, Optional.of(lower));
        });
  }

  /**
   * Makes a link by which somebody chooses another password. The old one holds until then.
   *
   * @throws AccountRefused where there is no such account
   */
  public OneTimeLink reset(String name) {
    return records.change(
        Role.ADMINISTRATOR,
        (handle, now) -> {
          String lower = existing(handle, name).name();
          AuditLog.note(handle, now, "password-reset", lower);
          return passwords.link(handle, now, Optional.of(lower));
        });
  }

  /**
   * Forgets by which OpenID provider somebody signs in, and ends their sessions: for one whose
   * provider is another now. An account without a password is as it was when it was added: the next
   * one whom a provider calls so is linked with it.
   *
   * @throws AccountRefused where there is no such account, it is linked with none, or no
   *     administrator would be left
   */
  public Account unlink(String name) {
    return records.change(
        Role.ADMINISTRATOR,
        (handle, now) -> {
          Account account = existing(handle, name);
          int gone =
              run(handle, "DELETE FROM account_identity WHERE account = :name", account.name());
          insist(gone > 0, account.name() + " is linked with no OpenID provider.");
          Account left = existing(handle, account.name());
          if (left.invited()) {
            leaveAnAdministrator(handle, account);
          }
          Sessions.endAll(handle, account.name(), "");
          AuditLog.note(handle, now, "account-unlinked", account.name());
          return left;
        });
  }

  /**
   * Gives another role.
   *
   * @throws AccountRefused where there is no such account, or no administrator would be left
   */
  public Account role(String name, String role) {
    Role given = CheckInput.role(role);
    return update(
        name,
        given != Role.ADMINISTRATOR,
        "UPDATE account SET role = '" + given.id() + "' WHERE name = :name",
        "role-given",
        " (" + given.id() + ")");
  }

  /**
   * Keeps somebody from signing in, and ends their sessions and tokens while it lasts; or lets them
   * again.
   *
   * @throws AccountRefused where there is no such account, or no administrator would be left
   */
  public Account disable(String name, boolean disabled) {
    return update(
        name,
        disabled,
        "UPDATE account SET disabled = " + (disabled ? "TRUE" : "FALSE") + " WHERE name = :name",
        disabled ? "account-disabled" : "account-enabled",
        "");
  }

  /**
   * Takes an account away, with its sessions and tokens. What it did stays, and stays in the audit
   * log.
   *
   * @throws AccountRefused where there is no such account, or no administrator would be left
   */
  public void remove(String name) {
    var _ =
        records.change(
            Role.ADMINISTRATOR,
            (handle, now) -> {
              Account account = existing(handle, name);
              leaveAnAdministrator(handle, account);
              AuditLog.note(handle, now, "account-removed", account.name());
              return run(handle, "DELETE FROM account WHERE name = :name", account.name());
            });
  }

  private Account update(String name, boolean lessens, String sql, String action, String detail) {
    return records.change(
        Role.ADMINISTRATOR,
        (handle, now) -> {
          Account account = existing(handle, name);
          if (lessens) {
            leaveAnAdministrator(handle, account);
          }
          run(handle, sql, account.name());
          AuditLog.note(handle, now, action, account.name() + detail);
          return existing(handle, account.name());
        });
  }

  /** Whether nobody can sign in yet. */
  boolean none() {
    return records.read(Accounts::none);
  }

  static boolean none(Handle handle) {
    return handle
            .createQuery("SELECT COUNT(*) FROM account WHERE " + Rows.ENTERS)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  static Optional<Account> find(Handle handle, String name) {
    return handle
        .createQuery(Rows.ACCOUNTS + " WHERE name = :name")
        .bind("name", name)
        .map((row, context) -> Rows.account(row))
        .findOne();
  }

  static void insert(Handle handle, Instant now, String name, Role role) {
    handle
        .createUpdate(
            "INSERT INTO account (name, role, disabled, created)"
                + " VALUES (:name, :role, FALSE, :now)")
        .bind("name", name)
        .bind("role", role.id())
        .bind("now", now)
        .execute();
  }

  private static Account existing(Handle handle, String name) {
    return find(handle, CheckInput.lower(name))
        .orElseThrow(() -> new AccountRefused("There is no account named " + name + "."));
  }

  private static void leaveAnAdministrator(Handle handle, Account account) {
    boolean counts =
        account.role() == Role.ADMINISTRATOR && !account.disabled() && !account.invited();
    insist(
        !counts || administratorsBeside(handle, account.name()) > 0,
        account.name()
            + " is the last administrator who can sign in: make somebody else one first.");
  }

  /** Administrators who can sign in, but for one name. */
  static int administratorsBeside(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM account WHERE role = 'administrator' AND NOT disabled"
                + " AND name <> :name AND "
                + Rows.ENTERS)
        .bind("name", name)
        .mapTo(Integer.class)
        .one();
  }

  private static int run(Handle handle, String sql, String name) {
    return handle.createUpdate(sql).bind("name", name).execute();
  }

  private static void insist(boolean holds, String sentence) {
    if (!holds) {
      throw new AccountRefused(sentence);
    }
  }
}
