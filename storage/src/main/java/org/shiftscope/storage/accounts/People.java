package org.shiftscope.storage.accounts;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** The room's doors. Safe for use by many threads. */
public final class People {

  private final TellChanges records;
  private final ChoosePassword passwords;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Identities identities;
  private final ApiTokens tokens;
  private final AuditLog audit;
  private final String installation;

  /** Looked up at each change: every request asks. */
  private final AtomicBoolean none = new AtomicBoolean();

  /** For storage, which has the database. */
  public People(Records database) {
    this.records = new TellChanges(database);
    this.passwords = new ChoosePassword(records);
    this.accounts = new Accounts(records, passwords);
    this.sessions = new Sessions(records, passwords);
    this.identities = new Identities(records);
    this.tokens = new ApiTokens(records);
    this.audit = new AuditLog(records);
    this.installation = records.change(Role.ADMINISTRATOR, (handle, now) -> installation(handle));
    lookAgain();
    records.listen(this::lookAgain);
  }

  /** One after another: an answer from before the first account must not be the last. */
  private synchronized void lookAgain() {
    none.set(accounts.none());
  }

  /** Links by which passwords are chosen, and changing one's own. */
  public ChoosePassword passwords() {
    return passwords;
  }

  /** The accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** Signing in and out. */
  public Sessions sessions() {
    return sessions;
  }

  /** Signing in by an OpenID provider. */
  public Identities identities() {
    return identities;
  }

  /** The tokens of scripts. */
  public ApiTokens tokens() {
    return tokens;
  }

  /** Who did what. */
  public AuditLog audit() {
    return audit;
  }

  /** Twelve letters and digits that no other installation has. */
  public String installation() {
    return installation;
  }

  /** Whether nobody can sign in yet. Costs nothing. */
  public boolean none() {
    return none.get();
  }

  /** Whether somebody may still do what they might when they were asked who they are. */
  public boolean stands(Asker asker) {
    if (asker.isKnown()) {
      var now =
          asker.isSignedIn()
              ? sessions.find(asker.hash(), asker.address())
              : tokens.find(asker.hash(), asker.address());
      return now.filter(asker::equals).isPresent();
    }
    return asker.role() == Role.NOBODY || none();
  }

  /** Tells of each change here, after it is on disk, in the thread that made it: be quick. */
  public void onChange(Runnable listener) {
    records.listen(listener);
  }

  /** Another process on the same database may have changed accounts: tells of it here. */
  public void changedElsewhere() {
    records.tell();
  }

  /**
   * Takes away what has ended, tells that, and takes away entries of the audit log that are older
   * than a time.
   */
  public void forget(Duration auditKept) {
    records.report(
        (handle, now) ->
            Sessions.forgetEnded(handle, now)
                + AuditLog.forgetBefore(handle, now.minus(auditKept))
                + handle
                    .createUpdate("DELETE FROM one_time_link WHERE expires <= :now")
                    .bind("now", now)
                    .execute());
    records.tell();
  }

  private static String installation(Handle handle) {
    return handle
        .createQuery("SELECT id FROM installation")
        .mapTo(String.class)
        .findFirst()
        .orElseGet(
            () -> {
              String fresh = Secret.freshId();
              handle
                  .createUpdate("INSERT INTO installation (id) VALUES (:id)")
                  .bind("id", fresh)
                  .execute();
              return fresh;
            });
  }
}
