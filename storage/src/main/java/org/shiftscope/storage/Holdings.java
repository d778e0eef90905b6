package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * What the database holds: the last event, and how many rows of each table that keeps what a person
 * or a trial brought.
 *
 * @param rows of each of {@link #TABLES}
 */
record Holdings(long lastEvent, List<Long> rows) {

  /** A table, and what its rows are to a person. */
  private record Table(String name, String rows) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("experiment", "experiments"),
          new Table("trial", "trials"),
          new Table("trial_input", "inputs of trials"),
          new Table("result", "results"),
          new Table("curve", "curves of results"),
          new Table("parameters", "parts of parameters"));

  /** How many numbers these are. */
  static final int SIZE = 1 + TABLES.size();

  static final Holdings NOTHING = new Holdings(0, Collections.nCopies(TABLES.size(), 0L));

  Holdings {
    rows = List.copyOf(rows);
  }

  /** Those of now, counted: for the start, since it takes longer the more there is. */
  static Holdings in(Handle handle) {
    return new Holdings(
        ReadEvents.last(handle),
        TABLES.stream()
            .map(
                table ->
                    handle
                        .createQuery("SELECT COUNT(*) FROM " + table.name())
                        .mapTo(Long.class)
                        .one())
            .toList());
  }

  /** With so many more rows of a table, or fewer; others than these tables are not counted. */
  Holdings plus(String table, long more) {
    return new Holdings(
        lastEvent,
        IntStream.range(0, rows.size())
            .mapToObj(i -> rows.get(i) + (TABLES.get(i).name().equals(table) ? more : 0))
            .toList());
  }

  /** After a change that is about to be committed. */
  Holdings after(Change change) {
    List<Long> gained = change.gained().rows;
    return new Holdings(
        ReadEvents.last(change.handle()),
        IntStream.range(0, rows.size()).mapToObj(i -> rows.get(i) + gained.get(i)).toList());
  }

  /** What both hold at least. */
  Holdings least(Holdings other) {
    return new Holdings(
        Math.min(lastEvent, other.lastEvent),
        IntStream.range(0, rows.size())
            .mapToObj(i -> Math.min(rows.get(i), other.rows.get(i)))
            .toList());
  }

  /** What of this is missing in others, a clause for each. */
  List<String> missingIn(Holdings found) {
    List<String> missing =
        IntStream.range(0, rows.size())
            .filter(i -> found.rows.get(i) < rows.get(i))
            .mapToObj(
                i ->
                    found.rows.get(i)
                        + " of "
                        + rows.get(i)
                        + " "
                        + TABLES.get(i).rows()
                        + " are there")
            .collect(Collectors.toCollection(ArrayList::new));
    if (missing.isEmpty() && found.lastEvent < lastEvent) {
      missing.add(
          "it ends at event " + found.lastEvent + ", where event " + lastEvent + " was told");
    }
    return missing;
  }
}
