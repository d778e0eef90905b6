package org.shiftscope.storage;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** Compares a database that was opened with what must be in it. */
final class FindDamage {

  private final Handle handle;
  private final List<String> clauses = new ArrayList<>();
  private final List<String> specs = new ArrayList<>();
  private final List<Place> results = new ArrayList<>();

  private FindDamage(Handle handle) {
    this.handle = handle;
  }

  /** A trial whose result is not what was stored. */
  record Place(String experiment, int trial) {}

  /**
   * What is wrong.
   *
   * @param clauses what, for a person; empty where nothing is
   * @param specs the experiments whose specs are not what was submitted
   * @param results the trials whose results are not what was stored
   */
  record Damage(List<String> clauses, List<String> specs, List<Place> results) {
    static final Damage NONE = new Damage(List.of(), List.of(), List.of());
  }

  /** There is no database any more where there must be one. */
  static Damage ofAll(Holdings least) {
    return new Damage(least.missingIn(Holdings.NOTHING), List.of(), List.of());
  }

  /**
   * Looks at how much there is.
   *
   * @param least what there must be
   * @param everyRow whether to look at every document, and at all numbers of every result: about a
   *     second for a thousand results
   */
  static Damage in(Connection connection, Holdings least, boolean everyRow) {
    try (Handle handle = Jdbi.create(connection).open()) {
      if (!hasTables(handle)) {
        return ofAll(least);
      }
      var find = new FindDamage(handle);
      find.clauses.addAll(least.missingIn(Holdings.in(handle)));
      if (everyRow) {
        find.lookAtSpecs();
        find.lookAtResults();
      }
      find.lookForResults();
      return new Damage(find.clauses, find.specs, find.results);
    } catch (JdbiException | MVStoreException unreadable) {
      String why = "it cannot be read through (" + unreadable.getMessage() + ")";
      return new Damage(List.of(why.lines().findFirst().orElseThrow()), List.of(), List.of());
    }
  }

  private static boolean hasTables(Handle handle) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema ="
                    + " CURRENT_SCHEMA AND LOWER(table_name) IN ('experiment', 'result') AND"
                    + " LOWER(column_name) = 'checksum'")
            .mapTo(Integer.class)
            .one()
        == 2;
  }

  private void lookAtSpecs() {
    for (String id :
        handle.createQuery("SELECT id FROM experiment ORDER BY place").mapTo(String.class).list()) {
      Query kept =
          handle.createQuery("SELECT checksum FROM experiment WHERE id = :id").bind("id", id);
      if (differs(kept, h -> Checksums.ofSpec(h, id))) {
        specs.add(id);
        clauses.add("the spec of experiment " + id + " is not what was submitted");
      }
    }
  }

  private void lookAtResults() {
    List<Place> all =
        handle
            .createQuery("SELECT experiment, number FROM result")
            .map((row, context) -> new Place(row.getString("experiment"), row.getInt("number")))
            .list();
    for (Place place : all) {
      Query kept =
          handle
              .createQuery(
                  "SELECT checksum FROM result WHERE experiment = :experiment AND number = :number")
              .bind("experiment", place.experiment())
              .bind("number", place.trial());
      if (differs(kept, h -> Checksums.ofResult(h, place.experiment(), place.trial()))) {
        lose(place);
      }
    }
  }

  private void lookForResults() {
    handle
        .createQuery(
            """
            SELECT trial.experiment, trial.number FROM trial LEFT JOIN result
              ON result.experiment = trial.experiment AND result.number = trial.number
            WHERE trial.state = 'finished' AND result.experiment IS NULL
            """)
        .map((row, context) -> new Place(row.getString("experiment"), row.getInt("number")))
        .forEach(this::lose);
  }

  private void lose(Place place) {
    results.add(place);
    clauses.add(
        "the result of trial "
            + place.trial()
            + " of experiment "
            + place.experiment()
            + " is not what was stored");
  }

  private boolean differs(Query checksum, ToLongFunction<Handle> now) {
    try {
      Optional<Long> kept = checksum.mapTo(Long.class).findOne();
      // A row of zeroed bytes reads as nulls, so a missing checksum is damage, too.
      return kept.isEmpty() || kept.get() != now.applyAsLong(handle);
    } catch (JdbiException | MVStoreException unreadable) {
      return true;
    }
  }
}
