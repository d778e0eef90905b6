package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

/**
 * Who is told of experiments that ended, and what is on its way to them. Recipients are an
 * administrator's to add, to change and to see; what is due is the server's own to send. Safe for
 * use by many threads.
 */
public final class Notices {

  /** How many recipients there may be. */
  static final int MOST = 100;

  /** Before the bytes of a secret, as the libraries of Standard Webhooks expect. */
  private static final String SECRET = "whsec_";

  private static final int LONGEST_ANSWER = 500;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final RandomGenerator secrets;

  /** {@code secrets}: a source that nobody can guess. */
  Notices(Database database, RandomGenerator secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * A recipient that was just added.
   *
   * @param recipient whom
   * @param secret by which it knows what comes from here; told this once
   */
  public record Added(Recipient recipient, String secret) {
    /** Never the secret: this may stand in a log. */
    @Override
    public String toString() {
      return "recipient " + recipient.id();
    }
  }

  /** All recipients, the oldest first. */
  public List<Recipient> recipients() {
    Asker.require(Role.ADMINISTRATOR);
    return database.read(Notices::listed);
  }

  /** One of them. */
  public Optional<Recipient> find(String id) {
    return recipients().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Adds a recipient, and puts a test on its way to it.
   *
   * @param toldOf finished, failed or cancelled, one or more of them
   * @throws InvalidSpec where the address or the states break a law, or there are too many
   */
  public Added add(String address, Collection<ExperimentState> toldOf) {
    check(Recipient.problems(address.strip(), toldOf));
    var bytes = new byte[24];
    secrets.nextBytes(bytes);
    String secret = SECRET + Base64.getEncoder().encodeToString(bytes);
    String id = "r" + Long.toString(secrets.nextLong(1L << 50, 1L << 51), 36);
    database.change(
        Role.ADMINISTRATOR,
        change -> {
          if (listed(change.handle()).size() >= MOST) {
            check(List.of(new Problem("address", "must be one of at most " + MOST, "")));
          }
          change
              .handle()
              .createUpdate(
                  "INSERT INTO recipient (id, address, told_of, secret, enabled, created)"
                      + " VALUES (:id, :address, :toldOf, :secret, TRUE, :now)")
              .bind("id", id)
              .bind("address", address.strip())
              .bind("toldOf", String.join(",", Names.of(Set.copyOf(toldOf))))
              .bind("secret", secret)
              .bind("now", change.now())
              .execute();
          change.audit("add-recipient", id);
          return QueueNotices.test(change, id);
        });
    return new Added(find(id).orElseThrow(), secret);
  }

  /**
   * Changes of what one is told, and whether it is. What is on its way to one that is switched off
   * waits until it is on again. Returns whether there is that one.
   *
   * @throws InvalidSpec where the states break a law
   */
  public boolean change(String id, Collection<ExperimentState> toldOf, boolean enabled) {
    check(Recipient.problems("https://localhost", toldOf));
    return database.change(
        Role.ADMINISTRATOR,
        change -> {
          change.audit("change-recipient", id);
          return change
                  .handle()
                  .createUpdate(
                      "UPDATE recipient SET told_of = :toldOf, enabled = :enabled WHERE id = :id")
                  .bind("toldOf", String.join(",", Names.of(Set.copyOf(toldOf))))
                  .bind("enabled", enabled)
                  .bind("id", id)
                  .execute()
              == 1;
        });
  }

  /** Takes one away, with what is on its way to it. Returns whether there was that one. */
  public boolean remove(String id) {
    return database.change(
        Role.ADMINISTRATOR,
        change -> {
          change.audit("remove-recipient", id);
          return change
                  .handle()
                  .createUpdate("DELETE FROM recipient WHERE id = :id")
                  .bind("id", id)
                  .execute()
              == 1;
        });
  }

  /** Puts a test on its way to one. Returns whether there is that one. */
  public boolean test(String id) {
    return database.change(
        Role.ADMINISTRATOR,
        change -> {
          change.makeLasting();
          return QueueNotices.test(change, id);
        });
  }

  /**
   * Takes what is due, the oldest first: for a while it is nobody else's.
   *
   * @param most at most so many
   * @param lease for how long; what is not told of by then is due again
   */
  public List<Delivery> takeDue(int most, Duration lease) {
    if (database.read(handle -> due(handle, database.now(), 1)).isEmpty()) {
      return List.of(); // nearly always: nothing is written
    }
    return database.report(
        change -> {
          List<Delivery> taken = new ArrayList<>();
          for (Delivery each : due(change.handle(), change.now(), most)) {
            int rows =
                change
                    .handle()
                    .createUpdate(
                        "UPDATE delivery SET next_try = :until"
                            + " WHERE id = :id AND tries = :tries AND next_try <= :now")
                    .bind("until", change.now().plus(lease))
                    .bind("id", each.id())
                    .bind("tries", each.tries())
                    .bind("now", change.now())
                    .execute();
            if (rows == 1) {
              taken.add(each);
            }
          }
          return taken;
        });
  }

  /**
   * Notes what came of a try.
   *
   * @param answer what was answered, or why there is no answer
   * @param next when to try again; empty where it was delivered, or is given up
   */
  public void tried(Delivery delivery, boolean delivered, String answer, Optional<Instant> next) {
    var _ =
        database.report(
            change -> {
              change
                  .handle()
                  .createUpdate(
                      "UPDATE delivery SET tries = tries + 1, tried = :now, delivered = :delivered,"
                          + " answer = :answer,"
                          + " next_try = CAST(:next AS TIMESTAMP(6) WITH TIME ZONE)"
                          + " WHERE id = :id AND tries = :tries")
                  .bind("now", change.now())
                  .bind("delivered", delivered)
                  .bind("answer", answer.substring(0, Math.min(LONGEST_ANSWER, answer.length())))
                  .bind("next", next)
                  .bind("id", delivery.id())
                  .bind("tries", delivery.tries())
                  .execute();
              change.makeLasting();
              return true;
            });
  }

  /** Forgets what was delivered or given up long ago. Returns how many. */
  public int forget() {
    return database.report(
        change ->
            change
                .handle()
                .createUpdate("DELETE FROM delivery WHERE next_try IS NULL AND made < :time")
                .bind("time", change.now().minus(KEPT))
                .execute());
  }

  private static List<Delivery> due(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            """
            SELECT delivery.id, recipient, address, secret, body, made, tries
            FROM delivery JOIN recipient ON recipient.id = delivery.recipient
            WHERE next_try <= :now AND recipient.enabled
            ORDER BY next_try, made FETCH FIRST :most ROWS ONLY
            """)
        .bind("now", now)
        .bind("most", most)
        .map(
            (row, context) ->
                new Delivery(
                    row.getString("id"),
                    row.getString("recipient"),
                    row.getString("address"),
                    row.getString("secret"),
                    row.getString("body"),
                    InstantColumns.read(row, "made"),
                    row.getInt("tries")))
        .list();
  }

  private static List<Recipient> listed(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, address, told_of, enabled, created FROM recipient ORDER BY created, id")
        .map(
            (row, context) ->
                new Recipient(
                    row.getString("id"),
                    row.getString("address"),
                    states(row.getString("told_of")),
                    row.getBoolean("enabled"),
                    InstantColumns.read(row, "created"),
                    last(handle, row.getString("id"))))
        .list();
  }

  private static Optional<Recipient.LastTry> last(Handle handle, String recipient) {
    return handle
        .createQuery(
            "SELECT tried, tries, delivered, answer, next_try FROM delivery"
                + " WHERE recipient = :recipient AND tried IS NOT NULL"
                + " ORDER BY made DESC, id FETCH FIRST 1 ROWS ONLY")
        .bind("recipient", recipient)
        .map(
            (row, context) ->
                new Recipient.LastTry(
                    InstantColumns.read(row, "tried"),
                    row.getInt("tries"),
                    row.getBoolean("delivered"),
                    row.getString("answer"),
                    InstantColumns.readOptional(row, "next_try")))
        .findFirst();
  }

  private static Set<ExperimentState> states(String names) {
    return Stream.of(names.split(","))
        .map(name -> Names.find(ExperimentState.values(), name))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExperimentState.class)));
  }

  private static void check(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }
}
