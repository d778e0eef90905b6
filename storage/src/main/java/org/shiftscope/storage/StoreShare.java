package org.shiftscope.storage;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Writes shares, and changes whether their links open. */
final class StoreShare {

  private static final int PART = 512 * 1024;

  private StoreShare() {}

  static void store(Change change, ShareId id, ShareToken token, NewShare share) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO shared_view (id, token_hash, subject, trial, title, format, version, sha256, size,
                kept, creator, created, expires)
              VALUES (:id, :hash, :subject, :trial, :title, :format, :version, :sha256, :size,
                :kept, :creator, :created, :expires)
            """)
        .bind("id", id.value())
        .bind("hash", token.hash())
        .bind("subject", share.of().subject())
        .bind("trial", share.of().trial())
        .bind("title", share.title())
        .bind("format", share.content().format())
        .bind("version", share.content().version())
        .bind("sha256", share.content().sha256())
        .bind("size", share.content().size())
        .bind("kept", share.kept())
        .bind("creator", share.creator())
        .bind("created", change.now())
        .bind("expires", share.expires())
        .execute();
    experiments(change, id, share.of().experiments());
    change.audit("share", id.value());
  }

  private static void experiments(Change change, ShareId id, List<String> experiments) {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO shared_view_of (shared_view, place, experiment)"
                    + " VALUES (:id, :place, :experiment)");
    for (int i = 0; i < experiments.size(); i++) {
      batch.bind("id", id.value()).bind("place", i).bind("experiment", experiments.get(i)).add();
    }
    batch.execute();
  }

  /** A piece of its content, in parts. */
  static void store(Change change, ShareId id, String piece, byte[] bytes) {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO shared_view_part (shared_view, piece, part, bytes)"
                    + " VALUES (:id, :piece, :part, :bytes)");
    for (int first = 0; first < bytes.length; first += PART) {
      batch
          .bind("id", id.value())
          .bind("piece", piece)
          .bind("part", first / PART)
          .bind("bytes", Arrays.copyOfRange(bytes, first, Math.min(first + PART, bytes.length)))
          .add();
    }
    batch.execute();
  }

  static boolean revoke(Change change, ShareId id) {
    return changes(
        change,
        "revoke-share",
        id,
        change
            .handle()
            .createUpdate(
                "UPDATE shared_view SET revoked = :now WHERE id = :id AND revoked IS NULL")
            .bind("now", change.now())
            .bind("id", id.value()));
  }

  static boolean restore(Change change, ShareId id) {
    return changes(
        change,
        "restore-share",
        id,
        change
            .handle()
            .createUpdate(
                "UPDATE shared_view SET revoked = NULL WHERE id = :id AND revoked IS NOT NULL")
            .bind("id", id.value()));
  }

  static boolean expire(Change change, ShareId id, Optional<Instant> expires) {
    return changes(
        change,
        "expire-share",
        id,
        change
            .handle()
            .createUpdate("UPDATE shared_view SET expires = :expires WHERE id = :id")
            .bind("expires", expires)
            .bind("id", id.value()));
  }

  private static boolean changes(Change change, String action, ShareId id, Update update) {
    boolean changed = update.execute() == 1;
    if (changed) {
      change.audit(action, id.value());
    }
    return changed;
  }
}
