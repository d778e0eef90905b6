package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document.Unreadable;
import org.shiftscope.storage.backup.AtOneMoment;
import org.shiftscope.storage.backup.CancelBackup;
import org.shiftscope.storage.backup.CheckReferences;
import org.shiftscope.storage.backup.ListFolder;

/**
 * Looks at all of a record: whether it holds what was stored, to the last bit, and whether this
 * version can read it. Nothing is changed.
 */
public final class VerifyRecord {

  private static final int AT_ONCE = 50;
  private static final String RESTORED = "shiftscope-verify-";

  private static final String COUNTED =
      "(SELECT experiment, state, outcome, CAST(COUNT(*) AS INTEGER) AS trials FROM trial"
          + " GROUP BY experiment, state, outcome)";

  private static final String TALLIED =
      "(SELECT experiment, state, outcome, trials FROM tally WHERE trials <> 0)";

  private final UntouchedRecord record;
  private final Handle handle;
  private final List<String> wrong = new ArrayList<>();

  private VerifyRecord(UntouchedRecord record, Handle handle) {
    this.record = record;
    this.handle = handle;
  }

  /**
   * What was found.
   *
   * @param experiments how many were looked at
   * @param results how many
   * @param wrong what is wrong, a clause each; empty where nothing is
   */
  public record Verdict(long experiments, long results, List<String> wrong) {
    public Verdict {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * A record: of a data folder whose server is stopped, or of PostgreSQL as it is at one moment.
   *
   * @throws StorageUnavailable where there is none, it is of an older schema, or a server has it
   */
  public static Verdict in(RecordPlace place) {
    try (UntouchedRecord record = UntouchedRecord.at(place)) {
      requireNewest(record);
      return AtOneMoment.of(
          record.connection(),
          moment -> {
            try (Handle handle = Jdbi.create(moment).open()) {
              return new VerifyRecord(record, handle).verdict();
            }
          });
    } catch (SQLException | IOException refused) {
      throw UntouchedRecord.sayWhy(place, refused);
    }
  }

  /**
   * A backup, which is restored for it into a folder of its own that is gone afterwards.
   *
   * @param beside where that folder is made
   * @throws org.shiftscope.storage.backup.BackupRefused where it cannot be restored
   */
  public static Verdict ofBackup(Path file, Path beside) throws IOException {
    Path folder = Files.createTempDirectory(beside, RESTORED);
    try {
      RestoreBackup.into(file, RecordPlace.in(folder));
      return in(RecordPlace.in(folder));
    } finally {
      delete(folder);
    }
  }

  /** Deletes what a crash left beside a backup that was restored for it. */
  static void clearUnfinished(Path beside) throws IOException {
    for (Path folder : ListFolder.of(beside, RESTORED + "*")) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path each : ListFolder.of(folder, "*")) {
      Files.delete(each);
    }
    Files.delete(folder);
  }

  private static void requireNewest(UntouchedRecord record) throws SQLException {
    String newest = MigrateDatabase.newest();
    if (!record.schema().equals(newest)) {
      throw new StorageUnavailable(
          "The record in "
              + UntouchedRecord.name(record.place())
              + " is of another version (its schema is "
              + record.schema()
              + ", and this version's "
              + newest
              + "): verify it with that version, or start the server once, which migrates an older"
              + " one.",
          null);
    }
  }

  private Verdict verdict() throws SQLException {
    wrong.addAll(record.damage(true));
    wrong.addAll(CheckReferences.in(record.connection()));
    lookAtTallies();
    List<ExperimentId> all =
        handle
            .createQuery("SELECT id FROM experiment ORDER BY place")
            .map((row, context) -> new ExperimentId(row.getString("id")))
            .list();
    long results = 0;
    for (ExperimentId id : all) {
      results += lookAt(id);
    }
    return new Verdict(all.size(), results, wrong);
  }

  /** Whether lists and progress tell of the trials that there are. */
  private void lookAtTallies() {
    handle
        .createQuery(
            "SELECT DISTINCT experiment FROM (("
                + COUNTED
                + " EXCEPT "
                + TALLIED
                + ") UNION ALL ("
                + TALLIED
                + " EXCEPT "
                + COUNTED
                + ")) differing")
        .mapTo(String.class)
        .forEach(
            id -> wrong.add("the trials of experiment " + id + " are others than its tally says"));
  }

  private int lookAt(ExperimentId id) {
    Optional<StoredDocument> stored = ReadExperiments.document(handle, id);
    if (stored.map(ReadExperiments::spec).orElse(null)
        instanceof Unreadable<ExperimentSpec> unreadable) {
      wrong.add("the spec of experiment " + id + ": " + unreadable.sentence());
    }
    List<Integer> numbers =
        handle
            .createQuery("SELECT number FROM result WHERE experiment = :id ORDER BY number")
            .bind("id", id.value())
            .mapTo(Integer.class)
            .list();
    for (int first = 0; first < numbers.size(); first += AT_ONCE) {
      lookAt(id, numbers.subList(first, Math.min(first + AT_ONCE, numbers.size())));
    }
    return numbers.size();
  }

  private void lookAt(ExperimentId id, List<Integer> numbers) {
    CancelBackup.check();
    ReadResults.of(handle, id, numbers)
        .forEach(
            (number, result) -> {
              if (result instanceof Unreadable<TrialResult> unreadable) {
                wrong.add(
                    "the result of trial "
                        + number
                        + " of experiment "
                        + id
                        + ": "
                        + unreadable.sentence());
              }
            });
  }
}
