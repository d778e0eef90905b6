package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TextLaws;

/** Keeps searches under names. Safe for use by many threads. */
public final class SavedSearches {

  /** How many there may be. */
  static final int MOST = 200;

  private static final int LONGEST_NAME = 100;

  private final Database database;
  private final Supplier<ExperimentId> ids;

  /** {@code ids} gives each an identity of its own, of the same form as an experiment's. */
  SavedSearches(Database database, Supplier<ExperimentId> ids) {
    this.database = database;
    this.ids = ids;
  }

  /** All that are not deleted, by name. */
  public List<SavedSearch> all() {
    return database.read(SavedSearches::listed);
  }

  /** One that is not deleted. */
  public Optional<SavedSearch> find(String id) {
    return all().stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /**
   * Keeps a search.
   *
   * @throws InvalidSpec where name or query breaks a law, or there are too many
   */
  public SavedSearch keep(String name, String query) {
    check(name.strip(), query);
    String id = ids.get().value();
    return database.change(
        change -> {
          if (listed(change.handle()).size() >= MOST) {
            throw InvalidSpec.of(
                List.of(new Problem("name", "must be one of at most " + MOST + " searches", "")));
          }
          var kept = new SavedSearch(id, name.strip(), query.strip(), change.now());
          change
              .handle()
              .createUpdate(
                  "INSERT INTO saved_search (id, name, query, created)"
                      + " VALUES (:id, :name, :query, :created)")
              .bindMethods(kept)
              .execute();
          change.audit("save-search", id);
          return kept;
        });
  }

  /**
   * Gives one another name and query. Returns false where it is deleted or unknown.
   *
   * @throws InvalidSpec where name or query breaks a law
   */
  public boolean change(String id, String name, String query) {
    check(name.strip(), query);
    return changed(
        "change-search",
        id,
        "UPDATE saved_search SET name = :name, query = :query WHERE id = :id AND deleted IS NULL",
        update -> update.bind("name", name.strip()).bind("query", query.strip()));
  }

  /** Hides one; {@link #restore} brings it back. Returns whether anything changed. */
  public boolean delete(String id) {
    return changed(
        "delete-search",
        id,
        "UPDATE saved_search SET deleted = :now WHERE id = :id AND deleted IS NULL",
        update -> update.bind("now", database.now()));
  }

  /** Brings a deleted one back. Returns whether anything changed. */
  public boolean restore(String id) {
    return changed(
        "restore-search",
        id,
        "UPDATE saved_search SET deleted = NULL WHERE id = :id AND deleted IS NOT NULL",
        UnaryOperator.identity());
  }

  private boolean changed(String action, String id, String sql, UnaryOperator<Update> with) {
    return database.change(
        change -> {
          Update update = change.handle().createUpdate(sql).bind("id", id);
          boolean changed = with.apply(update).execute() == 1;
          if (changed) {
            change.audit(action, id);
          }
          return changed;
        });
  }

  private static void check(String name, String query) {
    List<Problem> problems = new ArrayList<>(TextLaws.line("name", name, LONGEST_NAME));
    if (query.isBlank()) {
      problems.add(new Problem("query", "must have a term, such as is:favourite", ""));
    }
    try {
      ReadSearch.of(query, "query");
    } catch (InvalidSpec refused) {
      problems.addAll(refused.problems());
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  private static List<SavedSearch> listed(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, name, query, created FROM saved_search WHERE deleted IS NULL"
                + " ORDER BY LOWER(name), id")
        .map(
            (row, context) ->
                new SavedSearch(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("query"),
                    InstantColumns.read(row, "created")))
        .list();
  }
}
