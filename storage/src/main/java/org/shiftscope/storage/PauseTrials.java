package org.shiftscope.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.LegalMoves.OfTrial;

/**
 * Stops trials for now, and lets them go on. A worker hears of the pause of what it runs, keeps a
 * checkpoint and leaves; from the pause on, the trial's row says that it is paused.
 */
final class PauseTrials {

  private PauseTrials() {}

  /** Pauses every trial that has not ended. Returns whether anything changed. */
  static boolean pause(Change change, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    if (state.isEmpty() || state.get().ended()) {
      return false;
    }
    List<ReadTrials.Weighed> running = ReadTrials.running(change.handle(), List.of(id));
    if (MoveTrials.all(change, OfTrial.PAUSE, id) == 0) {
      return false;
    }
    LaneTable.of(change.handle(), id).forEach(lane -> lane.removeAll(change, id));
    running.forEach(one -> tellPaused(change, one.trial()));
    FollowTrials.follow(change, id, state.get());
    return true;
  }

  /** Pauses one trial. Returns whether anything changed. */
  static boolean pause(Change change, ExperimentId id, int number) {
    Optional<ExperimentState> state = change.lock(id);
    Optional<TrialSummary> trial = ReadTrials.find(change.handle(), id, number);
    if (trial.isEmpty() || !MoveTrials.asked(change, OfTrial.PAUSE, trial.get().lastAttempt())) {
      return false;
    }
    LaneTable.of(change.handle(), id, number).removeTrial(change, id, number);
    tellPaused(change, trial.get());
    FollowTrials.follow(change, id, state.orElseThrow());
    return true;
  }

  /**
   * Notes how far an attempt came that has left its device. Returns whether it is still paused:
   * else another goes on by now.
   */
  static boolean left(Change change, TrialAttempt attempt, double fraction, Duration spent) {
    change.lock(attempt.experiment());
    boolean paused =
        change
                .handle()
                .createUpdate(
                    "UPDATE trial SET fraction = :fraction, spent = :spent"
                        + " WHERE experiment = :experiment AND number = :number"
                        + " AND attempts = :attempt AND state = 'paused'")
                .bind("fraction", fraction)
                .bind("spent", spent.toMillis() / 1e3)
                .bind("experiment", attempt.experiment().value())
                .bind("number", attempt.trial())
                .bind("attempt", attempt.attempt())
                .execute()
            == 1;
    if (paused) {
      KeepTally.count(change, attempt.experiment());
      change.tellOfTrial(
          attempt.experiment(),
          attempt.trial(),
          Event.Type.TRIAL_PAUSED,
          "Trial " + attempt.trial() + " has left its device, " + percent(fraction) + " done.");
    }
    return paused;
  }

  private static String percent(double fraction) {
    return Math.round(100 * fraction) + " %";
  }

  private static void tellPaused(Change change, TrialSummary trial) {
    change.tellOfTrial(
        trial.experiment(),
        trial.number(),
        Event.Type.TRIAL_PAUSED,
        "Trial " + trial.number() + " is paused.");
  }

  /** Lets every paused trial go on. Returns whether anything changed. */
  static boolean resume(Change change, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    int resumed = state.isEmpty() ? 0 : MoveTrials.all(change, OfTrial.RESUME, id);
    if (resumed == 0) {
      return false;
    }
    if (state.get() != ExperimentState.PAUSED) { // else its own move tells
      change.tellOfExperiment(
          id,
          Event.Type.EXPERIMENT_RESUMED,
          resumed == 1 ? "One trial waits to go on." : resumed + " trials wait to go on.");
    }
    queue(change, id, state.get());
    return true;
  }

  /** Lets one trial go on. Returns whether anything changed. */
  static boolean resume(Change change, ExperimentId id, int number) {
    Optional<ExperimentState> state = change.lock(id);
    Optional<TrialSummary> trial = ReadTrials.find(change.handle(), id, number);
    if (trial.isEmpty() || !MoveTrials.asked(change, OfTrial.RESUME, trial.get().lastAttempt())) {
      return false;
    }
    change.tellOfTrial(
        id, number, Event.Type.TRIAL_RESUMED, "Trial " + number + " waits to go on.");
    queue(change, id, state.orElseThrow());
    return true;
  }

  /**
   * Queues the trials of an experiment that wait again, each in a lane that is there, once what
   * they wait for has a result. What happened to that meanwhile is looked up here: a trial that did
   * not wait heard of nothing.
   */
  static void queue(Change change, ExperimentId id, ExperimentState before) {
    StoreInputs.count(change, id);
    MoveStrays.outOf(change, LaneTable.of(change.handle(), id));
    LaneTable.of(change.handle(), id).forEach(lane -> lane.addAll(change, id));
    FollowTrials.follow(change, id, before);
    FollowSources.afterRetry(change, id);
  }
}
