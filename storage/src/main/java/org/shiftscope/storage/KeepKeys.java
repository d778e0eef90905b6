package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.accounts.Asker;

/** Keeps which experiment a request with an idempotency key made, for as long as keys are known. */
final class KeepKeys {

  private KeepKeys() {}

  /**
   * The experiment that was made with a key.
   *
   * @throws IdempotencyKeyReused where it was made by another body
   */
  static Optional<ExperimentId> find(Handle handle, IdempotencyKey key, Instant now) {
    return handle
        .createQuery(
            "SELECT fingerprint, experiment FROM idempotency_key"
                + " WHERE account = :account AND name = :name AND stored >= :since")
        .bind("account", whose())
        .bind("name", key.name())
        .bind("since", now.minus(IdempotencyKey.KEPT))
        .map((row, context) -> made(key, row.getString(1), new ExperimentId(row.getString(2))))
        .findOne();
  }

  /** Two people who choose one key ask for two experiments. */
  private static String whose() {
    return Asker.current().map(Asker::name).orElse("");
  }

  private static ExperimentId made(IdempotencyKey key, String fingerprint, ExperimentId id) {
    if (!fingerprint.equals(key.fingerprint())) {
      throw new IdempotencyKeyReused(key, id);
    }
    return id;
  }

  /** Keeps what a key made, and forgets keys that are known no longer. */
  static void keep(Change change, IdempotencyKey key, ExperimentId id) {
    change
        .handle()
        .createUpdate("DELETE FROM idempotency_key WHERE stored < :since")
        .bind("since", change.now().minus(IdempotencyKey.KEPT))
        .execute();
    change
        .handle()
        .createUpdate(
            "INSERT INTO idempotency_key (account, name, fingerprint, experiment, stored)"
                + " VALUES (:account, :name, :fingerprint, :experiment, :stored)")
        .bind("account", whose())
        .bind("name", key.name())
        .bind("fingerprint", key.fingerprint())
        .bind("experiment", id.value())
        .bind("stored", change.now())
        .execute();
  }
}
