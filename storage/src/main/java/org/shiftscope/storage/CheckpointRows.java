package org.shiftscope.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shiftscope.compute.stage.TrialCheckpoints.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints in the database, for workers that share no folder. (1) Parts are written one by one,
 * each in a change of its own, so that a large one keeps no other change waiting. (2) They count
 * once the row of the trial names them, which is written last and only while the attempt runs; so a
 * checkpoint that is there is whole. (3) What is left of others goes with the next that is kept.
 */
final class CheckpointRows implements Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointRows.class);
  private static final int PART = 512 << 10;
  private static final List<String> TABLES = List.of("checkpoint", "checkpoint_part");
  private static final String OF_TRIAL = " WHERE experiment = :experiment AND number = :number";

  private static final String NOBODY_GOES_ON =
      " WHERE NOT EXISTS (SELECT 1 FROM trial JOIN experiment ON experiment.id = trial.experiment"
          + " WHERE trial.experiment = %1$s.experiment AND trial.number = %1$s.number AND "
          + ReadTrials.MAY_GO_ON
          + ")";

  private final Database database;

  CheckpointRows(Database database) {
    this.database = database;
  }

  /**
   * Which parts are a checkpoint.
   *
   * @param serial another for each checkpoint of an attempt
   */
  private record Kept(TrialAttempt attempt, long serial) {}

  @Override
  public Optional<InputStream> newest(TrialAttempt attempt) {
    try {
      return database
          .read(handle -> find(handle, attempt))
          .filter(kept -> kept.attempt().attempt() <= attempt.attempt())
          .map(kept -> new SequenceInputStream(new Parts(kept)));
    } catch (StorageUnavailable unreadable) {
      LOG.warn("The checkpoint of {} cannot be read: {}", attempt, unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Kept> find(Handle handle, TrialAttempt attempt) {
    return of(handle.createQuery("SELECT attempt, serial FROM checkpoint" + OF_TRIAL), attempt)
        .map(
            (row, context) ->
                new Kept(
                    new TrialAttempt(attempt.experiment(), attempt.trial(), row.getInt("attempt")),
                    row.getLong("serial")))
        .findOne();
  }

  @Override
  public void keep(TrialAttempt attempt, Content content) {
    try {
      var kept = new Kept(attempt, ChronoUnit.MICROS.between(Instant.EPOCH, database.now()));
      try (var out = new IntoParts(kept)) {
        content.writeTo(out);
      }
      if (!database.report(change -> finish(change, kept))) {
        database.note(change -> clear(change, kept, "="));
      }
    } catch (IOException | StorageUnavailable refused) {
      LOG.warn("No checkpoint of trial {} is kept: {}", attempt, refused.getMessage());
    }
  }

  /** Returns whether the attempt still runs, or was paused. */
  private static boolean finish(Change change, Kept kept) {
    TrialAttempt attempt = kept.attempt();
    change.lock(attempt.experiment());
    if (!ReadTrials.isTheLast(change.handle(), attempt)) {
      return false;
    }
    of(change.handle().createUpdate("DELETE FROM checkpoint" + OF_TRIAL), attempt).execute();
    of(
            change
                .handle()
                .createUpdate(
                    "INSERT INTO checkpoint (experiment, number, attempt, serial)"
                        + " VALUES (:experiment, :number, :attempt, :serial)"),
            attempt)
        .bind("attempt", attempt.attempt())
        .bind("serial", kept.serial())
        .execute();
    clear(change, kept, "<>");
    return true;
  }

  /**
   * Takes parts of the trial away.
   *
   * @param which {@code =} for those of the checkpoint, {@code <>} for all others
   */
  private static int clear(Change change, Kept kept, String which) {
    String these = " (attempt = :attempt AND serial = :serial)";
    return of(
            change
                .handle()
                .createUpdate(
                    "DELETE FROM checkpoint_part"
                        + OF_TRIAL
                        + (which.equals("=") ? " AND" : " AND NOT")
                        + these),
            kept.attempt())
        .bind("attempt", kept.attempt().attempt())
        .bind("serial", kept.serial())
        .execute();
  }

  @Override
  public void forget(TrialAttempt attempt) {
    database.note(change -> forget(change, attempt));
  }

  private static boolean forget(Change change, TrialAttempt attempt) {
    for (String table : TABLES) {
      of(change.handle().createUpdate("DELETE FROM " + table + OF_TRIAL), attempt).execute();
    }
    return true;
  }

  @Override
  public long bytes(ExperimentId experiment) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COALESCE(SUM(OCTET_LENGTH(bytes)), 0) FROM checkpoint_part"
                        + " WHERE experiment = :experiment")
                .bind("experiment", experiment.value())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void clearUseless() {
    try {
      database.report(
          change -> {
            for (String table : TABLES) {
              change.handle().execute("DELETE FROM " + table + NOBODY_GOES_ON.formatted(table));
            }
            return true;
          });
    } catch (StorageUnavailable unavailable) {
      LOG.info("Old checkpoints stay until the next start: {}", unavailable.getMessage());
    }
  }

  private static <S extends SqlStatement<S>> S of(S statement, TrialAttempt attempt) {
    return statement
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial());
  }

  /** Cuts what is written into parts, and stores each once it is full. */
  private final class IntoParts extends OutputStream {

    private final Kept kept;
    private final byte[] part = new byte[PART];
    private int filled;
    private int number;

    IntoParts(Kept kept) {
      this.kept = kept;
    }

    @Override
    public void write(int one) {
      part[filled++] = (byte) one;
      storeIfFull();
    }

    @Override
    public void write(byte[] bytes, int first, int count) {
      int from = first;
      while (from < first + count) {
        int fits = Math.min(first + count - from, PART - filled);
        System.arraycopy(bytes, from, part, filled, fits);
        filled += fits;
        from += fits;
        storeIfFull();
      }
    }

    private void storeIfFull() {
      if (filled == PART) {
        store();
      }
    }

    private void store() {
      byte[] bytes = Arrays.copyOf(part, filled);
      database.note(
          change ->
              of(
                      change
                          .handle()
                          .createUpdate(
                              "INSERT INTO checkpoint_part (experiment, number, attempt, serial,"
                                  + " part, bytes) VALUES (:experiment, :number, :attempt, :serial,"
                                  + " :part, :bytes)"),
                      kept.attempt())
                  .bind("attempt", kept.attempt().attempt())
                  .bind("serial", kept.serial())
                  .bind("part", number)
                  .bind("bytes", bytes)
                  .execute());
      filled = 0;
      number++;
    }

    @Override
    public void close() {
      if (filled > 0) {
        store();
      }
    }
  }

  /** Reads one part after another. */
  private final class Parts implements Enumeration<InputStream> {

    private final Kept kept;
    private int next;
    private Optional<byte[]> read;

    Parts(Kept kept) {
      this.kept = kept;
      this.read = read(0);
    }

    private Optional<byte[]> read(int number) {
      return database.read(
          handle ->
              of(
                      handle.createQuery(
                          "SELECT bytes FROM checkpoint_part"
                              + OF_TRIAL
                              + " AND attempt = :attempt AND serial = :serial AND part = :part"),
                      kept.attempt())
                  .bind("attempt", kept.attempt().attempt())
                  .bind("serial", kept.serial())
                  .bind("part", number)
                  .map((row, context) -> row.getBytes("bytes"))
                  .findOne());
    }

    @Override
    public boolean hasMoreElements() {
      return read.isPresent();
    }

    @Override
    public InputStream nextElement() {
      byte[] bytes = read.orElseThrow(NoSuchElementException::new);
      read = read(++next);
      return new ByteArrayInputStream(bytes);
    }
  }
}
