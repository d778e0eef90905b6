package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * Measures how far an experiment is. Its trials are weighed by their expected costs.
 *
 * <p>Time left = work left / (speed of a trial · trials running now), but no less than the longest
 * trial needs that has not ended. The speed is the cost done over the time spent, both of the
 * attempts that finished or run now; so pauses, restarts and retries do not count.
 */
final class MeasureProgress {

  private MeasureProgress() {}

  static Experiment.Progress of(ExperimentSpec spec, List<TrialRow> trials, Instant now) {
    double all = 0;
    double done = 0;
    double left = 0;
    double longest = 0;
    double worked = 0;
    double seconds = 0;
    int running = 0;
    int ended = 0;
    for (TrialRow trial : trials) {
      double cost = spec.cost(trial.number());
      double part = cost * doneOf(trial);
      all += cost;
      done += part;
      if (isEnded(trial)) {
        ended++;
      } else {
        left += cost - part;
        longest = Math.max(longest, cost - part);
      }
      if (trial.state() == TrialState.RUNNING) {
        running++;
      }
      if (trial.state() == TrialState.RUNNING || trial.state() == TrialState.FINISHED) {
        worked += part;
        seconds += seconds(trial, now);
      }
    }
    double fraction = ended == trials.size() && done == all ? 1 : done / all;
    return new Experiment.Progress(
        trials.size(),
        ended,
        fraction,
        ended == trials.size() || worked == 0 || seconds == 0
            ? Optional.empty()
            : Optional.of(
                duration(Math.max(left / Math.max(1, running), longest) * seconds / worked)));
  }

  /** A failed trial is done with; a cancelled one was never done. */
  private static double doneOf(TrialRow trial) {
    return switch (trial.state()) {
      case FINISHED, FAILED -> 1;
      case RUNNING -> trial.fraction();
      case QUEUED, CANCELLED -> 0;
    };
  }

  private static boolean isEnded(TrialRow trial) {
    return switch (trial.state()) {
      case FINISHED, FAILED, CANCELLED -> true;
      case RUNNING, QUEUED -> false;
    };
  }

  private static double seconds(TrialRow trial, Instant now) {
    Instant to = trial.ended().orElse(now);
    return trial.started().map(from -> Duration.between(from, to).toNanos() / 1e9).orElse(0.0);
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1_000));
  }
}
