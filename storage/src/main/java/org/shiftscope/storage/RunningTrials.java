package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.shiftscope.compute.stage.LossCurve;

/** The trials at which this process works, each with its watch. */
final class RunningTrials {

  private final Map<TrialAttempt, WatchTrial> watches = new ConcurrentHashMap<>();

  void add(TrialAttempt attempt, WatchTrial watch) {
    watches.put(attempt, watch);
  }

  void remove(TrialAttempt attempt) {
    watches.remove(attempt);
  }

  Optional<WatchTrial> find(TrialAttempt attempt) {
    return Optional.ofNullable(watches.get(attempt));
  }

  /** How the loss went so far in the trials of an experiment that run here, by their numbers. */
  Map<Integer, List<LossCurve>> lossCurves(ExperimentId experiment) {
    Map<Integer, List<LossCurve>> curves = new TreeMap<>();
    watches.forEach(
        (attempt, watch) -> {
          if (attempt.experiment().equals(experiment)) {
            curves.put(attempt.trial(), watch.lossCurves());
          }
        });
    return curves;
  }

  /** The attempts at which a lane works. */
  List<TrialAttempt> on(String device) {
    return watches.entrySet().stream()
        .filter(each -> each.getValue().isOn(device))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The attempts at trials of an experiment. */
  List<TrialAttempt> of(ExperimentId experiment) {
    return watches.keySet().stream()
        .filter(attempt -> attempt.experiment().equals(experiment))
        .toList();
  }

  /** Asks trials of an experiment to keep a checkpoint and stop. */
  void pause(ExperimentId experiment, IntPredicate numbers) {
    watches.forEach(
        (attempt, watch) -> {
          if (attempt.experiment().equals(experiment) && numbers.test(attempt.trial())) {
            watch.leave(WatchTrial.Reason.PAUSED);
          }
        });
  }

  /** Asks the trials of a lane to keep a checkpoint and stop. */
  void pauseLane(String device) {
    watches.values().stream()
        .filter(watch -> watch.isOn(device))
        .forEach(watch -> watch.leave(WatchTrial.Reason.LANE_PAUSED));
  }

  /** Asks the trials of a lane that is about to close to keep a checkpoint and stop. */
  void close(String device) {
    watches.values().stream()
        .filter(watch -> watch.isOn(device))
        .forEach(WatchTrial::leaveBeforeClosing);
  }

  /** Asks the trials of an experiment to stop. */
  void stop(ExperimentId experiment) {
    watches.forEach(
        (attempt, watch) -> {
          if (attempt.experiment().equals(experiment)) {
            watch.stop();
          }
        });
  }
}
