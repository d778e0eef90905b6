package org.shiftscope.storage;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;

/**
 * Brings the trials that wait in line with the trials that they wait for, in the change in which
 * those ended: they are queued in their lanes once all have a result, and fail where one failed.
 */
final class FollowSources {

  private static final String JOINED =
      """
      FROM trial_input input
        JOIN trial waiting ON waiting.experiment = input.experiment AND waiting.number = input.number
        JOIN trial source ON source.experiment = input.source_experiment
          AND source.number = input.source_number
      WHERE waiting.state = 'queued'
      """;

  private static final String OF_SOURCE =
      "SELECT waiting.experiment, waiting.number, waiting.attempts, waiting.device,"
          + " waiting.waits_for, MIN(input.point) AS point "
          + JOINED
          + " AND input.source_experiment = :experiment AND input.source_number = :number"
          + " GROUP BY waiting.experiment, waiting.number, waiting.attempts, waiting.device,"
          + " waiting.waits_for ORDER BY waiting.experiment, waiting.number";

  private static final String ENDED =
      "SELECT DISTINCT source.experiment, source.number "
          + JOINED
          + " AND source.state IN ('failed', 'cancelled') AND ";

  private FollowSources() {}

  /** A trial, by its number in its experiment. */
  private record Place(ExperimentId experiment, int number) {}

  /** A queued trial that names the source. */
  private record Waiting(TrialAttempt last, LaneTable lane, int waitsFor, NamedPoint point) {

    Place place() {
      return new Place(last.experiment(), last.trial());
    }

    TrialAttempt next() {
      return new TrialAttempt(last.experiment(), last.trial(), last.attempt() + 1);
    }
  }

  /** After a trial has ended. Returns whether trials were queued in their lanes. */
  static boolean afterEnd(Change change, ExperimentId experiment, int number) {
    return follow(change, List.of(new Place(experiment, number)));
  }

  /** After trials of an experiment were cancelled. */
  static void afterCancel(Change change, ExperimentId experiment) {
    follow(change, ended(change, "input.source_experiment = :experiment", experiment));
  }

  /** After trials of an experiment were queued again, whose sources may still have no result. */
  static void afterRetry(Change change, ExperimentId experiment) {
    follow(change, ended(change, "input.experiment = :experiment", experiment));
  }

  private static List<Place> ended(Change change, String which, ExperimentId experiment) {
    return change
        .handle()
        .createQuery(ENDED + which)
        .bind("experiment", experiment.value())
        .map(
            (row, context) ->
                new Place(new ExperimentId(row.getString("experiment")), row.getInt("number")))
        .list();
  }

  private static boolean follow(Change change, Collection<Place> ended) {
    boolean queued = false;
    Deque<Place> left = new ArrayDeque<>(ended);
    while (!left.isEmpty()) {
      Place source = left.pop();
      TrialState state = ReadInputs.state(change.handle(), source.experiment(), source.number());
      for (Waiting waiting : waiting(change, source)) {
        if (state == TrialState.FINISHED) {
          queued |= release(change, waiting);
        } else if (state.ended() && giveUp(change, waiting, source, state)) {
          left.push(waiting.place());
        }
      }
    }
    return queued;
  }

  private static List<Waiting> waiting(Change change, Place source) {
    return change
        .handle()
        .createQuery(OF_SOURCE)
        .bind("experiment", source.experiment().value())
        .bind("number", source.number())
        .map(
            (row, context) ->
                new Waiting(
                    new TrialAttempt(
                        new ExperimentId(row.getString("experiment")),
                        row.getInt("number"),
                        row.getInt("attempts")),
                    new LaneTable(row.getString("device")),
                    row.getInt("waits_for"),
                    Names.find(NamedPoint.values(), row.getString("point"))))
        .list();
  }

  /** One that waits for nothing has its row in the queue already. */
  private static boolean release(Change change, Waiting waiting) {
    if (waiting.waitsFor() == 0) {
      return false;
    }
    StoreInputs.count(change, waiting.last());
    waiting.lane().addAgain(change, waiting.next());
    return true;
  }

  private static boolean giveUp(Change change, Waiting waiting, Place source, TrialState state) {
    ExperimentId experiment = waiting.last().experiment();
    ExperimentState before = change.lock(experiment).orElseThrow();
    String failure = sentence(change, waiting, source, state);
    boolean moved = MoveTrials.giveUp(change, waiting.last(), failure);
    if (moved) {
      int number = waiting.last().trial();
      change.tellOfTrial(
          experiment,
          number,
          Event.Type.TRIAL_ENDED,
          "Trial " + number + " cannot start. " + failure);
      FollowTrials.follow(change, experiment, before);
    }
    return moved;
  }

  private static String sentence(Change change, Waiting waiting, Place source, TrialState state) {
    boolean own = source.experiment().equals(waiting.last().experiment());
    var point =
        new PointRef(
            own ? Optional.empty() : Optional.of(source.experiment().value()),
            source.number(),
            waiting.point());
    String name = point.trialName();
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1)
        + ", whose "
        + point.pointName()
        + " this trial needs, "
        + ReadInputs.ended(state)
        + ": "
        + (own
            ? "retry runs both again."
            : DeleteExperiment.isDeleted(change, source.experiment())
                ? "restore and retry that first, then this one."
                : "retry that first, then this one.");
  }
}
