package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who did what. An entry is written in the transaction of what it tells: neither is there without
 * the other.
 */
public final class AuditLog {

  private final Records records;

  AuditLog(Records records) {
    this.records = records;
  }

  /**
   * Notes what who asks does; nothing where the server itself does it.
   *
   * @param handle the transaction in which it is done. Modified.
   * @param action a word or two with hyphens, 40 letters at most
   * @param subject to what, cut to 200 characters
   */
  public static void note(Handle handle, Instant now, String action, String subject) {
    Asker.current()
        .ifPresent(
            asker ->
                handle
                    .createUpdate(
                        "INSERT INTO audit_entry (at, account, address, action, subject)"
                            + " VALUES (:at, :account, :address, :action, :subject)")
                    .bind("at", now)
                    .bind("account", asker.name())
                    .bind("address", CheckInput.cut(Optional.of(asker.address()), 60))
                    .bind("action", action)
                    .bind("subject", CheckInput.cut(Optional.of(subject), 200))
                    .execute());
  }

  /**
   * Entries, the newest first.
   *
   * @param before only those before this number; {@link Long#MAX_VALUE} for the newest
   * @param limit at most so many
   */
  public List<AuditEntry> list(long before, int limit) {
    Asker.require(Role.ADMINISTRATOR);
    return records.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM audit_entry WHERE sequence < :before"
                        + " ORDER BY sequence DESC FETCH FIRST :limit ROWS ONLY")
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new AuditEntry(
                            row.getLong("sequence"),
                            Rows.instant(row, "at"),
                            row.getString("account"),
                            row.getString("address"),
                            row.getString("action"),
                            row.getString("subject")))
                .list());
  }

  static int forgetBefore(Handle handle, Instant time) {
    return handle
        .createUpdate("DELETE FROM audit_entry WHERE at < :time")
        .bind("time", time)
        .execute();
  }
}
