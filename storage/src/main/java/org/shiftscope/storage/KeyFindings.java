package org.shiftscope.storage;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.compute.result.TemperatureTrend.Direction;

/** Keeps the key numbers of an experiment's findings where a search can compare with them. */
final class KeyFindings {

  static final KeyNumbers NONE =
      new KeyNumbers(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  private KeyFindings() {}

  /** Ended ones whose numbers are of other results than there are, the newest first. */
  static List<ExperimentId> due(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id FROM experiment
            WHERE state IN ('finished', 'failed', 'cancelled') AND (found_over IS NULL
              OR found_over <> (SELECT COALESCE(SUM(tally.trials), 0) FROM tally
                WHERE tally.experiment = experiment.id AND tally.state = 'finished'))
            ORDER BY place DESC
            """)
        .mapTo(String.class)
        .map(ExperimentId::new)
        .list();
  }

  /** Keeps those over so many results in place of what was there. */
  static void store(Change change, ExperimentId id, int results, KeyNumbers numbers) {
    if (change.lock(id).isEmpty()) {
      return; // purged meanwhile
    }
    change
        .handle()
        .createUpdate("DELETE FROM finding WHERE experiment = :id")
        .bind("id", id.value())
        .execute();
    numbers.curvature().ifPresent(value -> insert(change, id, SearchField.CURVATURE, value));
    numbers.excess().ifPresent(value -> insert(change, id, SearchField.EXCESS, value));
    numbers.tau().ifPresent(value -> insert(change, id, SearchField.TAU, value));
    numbers.trend().ifPresent(trend -> insert(change, id, SearchField.TREND, trend));
    change
        .handle()
        .createUpdate("UPDATE experiment SET found_over = :results WHERE id = :id")
        .bind("results", results)
        .bind("id", id.value())
        .execute();
  }

  private static void insert(Change change, ExperimentId id, SearchField field, Object value) {
    change
        .handle()
        .createUpdate(
            "INSERT INTO finding (experiment, name, number, word)"
                + " VALUES (:id, :name, :number, :word)")
        .bind("id", id.value())
        .bind("name", field.name())
        .bind("number", value instanceof Double number ? number : null)
        .bind("word", value instanceof Direction direction ? direction.id() : null)
        .execute();
  }

  /** Those of some experiments; one that has none is left out. */
  static Map<String, KeyNumbers> of(Handle handle, Collection<ExperimentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Row>> rows =
        handle
            .createQuery(
                "SELECT experiment, name, number, word FROM finding WHERE experiment IN (<ids>)")
            .bindList("ids", ids.stream().map(ExperimentId::value).toList())
            .map(
                (row, context) ->
                    new Row(
                        row.getString("experiment"),
                        row.getString("name"),
                        row.getDouble("number"),
                        Optional.ofNullable(row.getString("word"))))
            .stream()
            .collect(groupingBy(Row::experiment));
    return rows.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> numbers(each.getValue())));
  }

  private static KeyNumbers numbers(List<Row> rows) {
    return new KeyNumbers(
        number(rows, SearchField.CURVATURE),
        number(rows, SearchField.EXCESS),
        number(rows, SearchField.TAU),
        rows.stream()
            .flatMap(row -> row.word().stream())
            .map(word -> Names.find(Direction.values(), word))
            .findFirst());
  }

  private static OptionalDouble number(List<Row> rows, SearchField field) {
    return rows.stream()
        .filter(row -> row.name().equals(field.name()))
        .mapToDouble(Row::number)
        .findFirst();
  }

  private record Row(String experiment, String name, double number, Optional<String> word) {}
}
