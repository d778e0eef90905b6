package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.stage.Input;

/** Reads the points of other trials that trials need, and what trials wait for. */
final class ReadInputs {

  private static final String WAITING =
      """
      SELECT waiting.number, source.experiment, source.number AS source_number
      FROM trial_input input
        JOIN trial waiting ON waiting.experiment = input.experiment AND waiting.number = input.number
        JOIN trial source ON source.experiment = input.source_experiment
          AND source.number = input.source_number
      WHERE input.experiment = :experiment AND input.number BETWEEN :first AND :last
        AND waiting.state = 'queued' AND source.state <> 'finished'
      ORDER BY waiting.number, source.experiment, source.number
      """;

  private ReadInputs() {}

  /**
   * The point, or why its trial ended without it.
   *
   * @throws IllegalStateException where the trial has no result: it must be measured first
   */
  static Input find(Handle handle, ExperimentId own, PointRef point) {
    ExperimentId source = point.experiment().map(ExperimentId::new).orElse(own);
    if (state(handle, source, point.trial()) != TrialState.FINISHED) {
      throw new IllegalStateException(
          "This trial needs the "
              + point.pointName()
              + " of "
              + point.trialName()
              + ", which has lost its result: retry that first, then this one.");
    }
    return ReadParameters.at(handle, source, point.trial(), point.point())
        .<Input>map(Input.Found::new)
        .orElseGet(() -> new Input.Missing(missing(point)));
  }

  private static String missing(PointRef point) {
    return "There is nothing to start from: "
        + point.trialName()
        + " diverged before its "
        + point.pointName()
        + ". Mend that one, at a lower temperature for one, and start this one from the trial that"
        + " comes of it.";
  }

  static boolean isThere(Handle handle, ExperimentId experiment, PointRef point) {
    return handle
        .createQuery(
            "SELECT 1 FROM parameters WHERE experiment = :experiment AND number = :number"
                + " AND point = :point AND part = 0")
        .bind("experiment", experiment.value())
        .bind("number", point.trial())
        .bind("point", point.point().id())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static TrialState state(Handle handle, ExperimentId experiment, int number) {
    return handle
        .createQuery("SELECT state FROM trial WHERE experiment = :experiment AND number = :number")
        .bind("experiment", experiment.value())
        .bind("number", number)
        .map((row, context) -> Names.find(TrialState.values(), row.getString("state")))
        .one();
  }

  /** A clause: what became of a trial without a result. */
  static String ended(TrialState state) {
    return state == TrialState.CANCELLED ? "was cancelled" : "failed";
  }

  /** What each of some trials says that it waits for. */
  static List<TrialSummary> withWaits(Handle handle, List<TrialSummary> trials) {
    if (trials.stream().noneMatch(trial -> trial.state() == TrialState.QUEUED)) {
      return trials;
    }
    ExperimentId own = trials.getFirst().experiment();
    Map<Integer, String> waits = new TreeMap<>();
    handle
        .createQuery(WAITING)
        .bind("experiment", own.value())
        .bind("first", trials.getFirst().number())
        .bind("last", trials.getLast().number())
        .map(
            (row, context) ->
                Map.entry(
                    row.getInt("number"),
                    name(own, row.getString("experiment"), row.getInt("source_number"))))
        .forEach(
            one -> waits.merge(one.getKey(), one.getValue(), (all, more) -> all + ", " + more));
    return trials.stream()
        .map(
            trial ->
                waits.containsKey(trial.number())
                    ? trial.at("waits for " + waits.get(trial.number()), 0)
                    : trial)
        .toList();
  }

  private static String name(ExperimentId own, String experiment, int number) {
    return "trial "
        + number
        + (own.value().equals(experiment) ? "" : " of experiment " + experiment);
  }
}
