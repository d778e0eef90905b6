package org.shiftscope.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the tally of each experiment in line with its trials, in the transactions that move them;
 * so what lists, progress and health read does not grow with the number of trials.
 */
final class KeepTally {

  private static final String OF_ONE =
      """
      SELECT weight,
        COALESCE(EXTRACT(EPOCH FROM ended) - EXTRACT(EPOCH FROM started), 0) AS seconds,
        weight * found AS found, weight * fraction AS done
      FROM trial WHERE experiment = :experiment AND number = :number
      """;

  private static final String ADD =
      """
      UPDATE tally SET trials = trials + :trials, weight = weight + :weight,
        seconds = seconds + :seconds, found = found + :found
      WHERE experiment = :experiment AND state = :state AND outcome = :outcome
      """;

  private static final String INSERT =
      """
      INSERT INTO tally (experiment, state, outcome, trials, weight, seconds, found)
      VALUES (:experiment, :state, :outcome, :trials, :weight, :seconds, :found)
      """;

  private static final String COUNT =
      """
      INSERT INTO tally (experiment, state, outcome, trials, weight, seconds, found)
      SELECT experiment, state, outcome, COUNT(*), SUM(weight), COALESCE(SUM(CASE state
        WHEN 'finished' THEN EXTRACT(EPOCH FROM ended) - EXTRACT(EPOCH FROM started) END), 0),
        SUM(CASE state WHEN 'finished' THEN weight * found WHEN 'paused' THEN weight * fraction
          ELSE 0 END)
      FROM trial WHERE experiment = :experiment GROUP BY experiment, state, outcome
      """;

  private KeepTally() {}

  /** One trial went from a state to another, with an outcome where it has a result now. */
  static void moved(
      Change change, TrialAttempt attempt, TrialState from, TrialState to, String outcome) {
    double[] one =
        change
            .handle()
            .createQuery(OF_ONE)
            .bind("experiment", attempt.experiment().value())
            .bind("number", attempt.trial())
            .map(
                (row, context) ->
                    new double[] {
                      row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                    })
            .one();
    if (from == TrialState.PAUSED) {
      count(change, attempt.experiment()); // what of it was done is gone
      return;
    }
    boolean finished = to == TrialState.FINISHED;
    if (update(change, ADD, attempt, new Tally.Part(from, "", -1, -one[0], 0, 0)) == 0) {
      count(change, attempt.experiment()); // somebody moved a trial by hand
      return;
    }
    change
        .handle()
        .createUpdate("DELETE FROM tally WHERE experiment = :experiment AND trials = 0")
        .bind("experiment", attempt.experiment().value())
        .execute();
    double found = finished ? one[2] : to == TrialState.PAUSED ? one[3] : 0;
    var more = new Tally.Part(to, outcome, 1, one[0], finished ? one[1] : 0, found);
    if (update(change, ADD, attempt, more) == 0) {
      update(change, INSERT, attempt, more);
    }
  }

  private static int update(Change change, String sql, TrialAttempt attempt, Tally.Part part) {
    return change
        .handle()
        .createUpdate(sql)
        .bind("experiment", attempt.experiment().value())
        .bind("state", part.state().id())
        .bind("outcome", part.outcome())
        .bind("trials", part.trials())
        .bind("weight", part.weight())
        .bind("seconds", part.seconds())
        .bind("found", part.found())
        .execute();
  }

  /** Counts all trials of an experiment: after a change of many. */
  static void count(Change change, ExperimentId id) {
    for (String sql : List.of("DELETE FROM tally WHERE experiment = :experiment", COUNT)) {
      change.handle().createUpdate(sql).bind("experiment", id.value()).execute();
    }
  }

  /** Trials of all experiments that wait for a worker. */
  static int waiting(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(SUM(trials), 0) FROM tally WHERE state = 'queued'")
        .mapTo(Integer.class)
        .one();
  }

  static Tally of(Handle handle, ExperimentId id) {
    return of(handle, List.of(id)).getOrDefault(id, Tally.NONE);
  }

  /** The tallies of some experiments that exist. */
  static Map<ExperimentId, Tally> of(Handle handle, Collection<ExperimentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<ExperimentId, List<Row>> rows =
        handle
            .createQuery(
                """
                SELECT tally.*, experiment.started IS NOT NULL AS taken_up
                FROM tally JOIN experiment ON experiment.id = tally.experiment
                WHERE tally.experiment IN (<ids>) ORDER BY tally.state, tally.outcome
                """)
            .bindList("ids", ids.stream().map(ExperimentId::value).toList())
            .map(
                (row, context) ->
                    new Row(
                        new ExperimentId(row.getString("experiment")),
                        row.getBoolean("taken_up"),
                        new Tally.Part(
                            Names.find(TrialState.values(), row.getString("state")),
                            row.getString("outcome"),
                            row.getInt("trials"),
                            row.getDouble("weight"),
                            row.getDouble("seconds"),
                            row.getDouble("found"))))
            .stream()
            .collect(groupingBy(Row::experiment));
    return ids.stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> tally(rows.getOrDefault(id, List.of()))));
  }

  private static Tally tally(List<Row> rows) {
    List<Tally.Part> parts = rows.stream().collect(mapping(Row::part, toList()));
    boolean running = parts.stream().anyMatch(part -> part.state() == TrialState.RUNNING);
    return new Tally(parts, running || rows.stream().anyMatch(Row::takenUp));
  }

  private record Row(ExperimentId experiment, boolean takenUp, Tally.Part part) {}
}
