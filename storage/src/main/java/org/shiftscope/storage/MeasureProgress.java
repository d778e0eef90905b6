package org.shiftscope.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Measures how far an experiment is. Its trials are weighed by their expected costs.
 *
 * <p>Time left = work left / (speed of a trial · trials running now), but no less than what the
 * longest of those that run needs, nor than a mean one of those that wait. The speed is the cost
 * done over the time spent, both of the attempts that finished or run now; so pauses, restarts and
 * retries do not count.
 */
final class MeasureProgress {

  private MeasureProgress() {}

  /**
   * A trial that runs.
   *
   * @param weight its expected cost
   * @param fraction share of it that is done
   * @param seconds since its attempt started
   */
  record Running(double weight, double fraction, double seconds) {

    double done() {
      return weight * fraction;
    }

    double left() {
      return weight - done();
    }
  }

  static Experiment.Progress of(Tally tally, List<Running> running) {
    double finished = tally.sum(TrialState.FINISHED::equals, Tally.Part::weight);
    double worked = finished + running.stream().mapToDouble(Running::done).sum();
    double done = worked + tally.sum(TrialState.FAILED::equals, Tally.Part::weight);
    double all = tally.sum(state -> true, Tally.Part::weight);
    boolean complete = tally.count(TrialState.CANCELLED) == 0 && tally.ended() == tally.trials();
    double seconds =
        tally.sum(TrialState.FINISHED::equals, Tally.Part::seconds)
            + running.stream().mapToDouble(Running::seconds).sum();
    return new Experiment.Progress(
        tally.trials(),
        tally.ended(),
        complete ? 1 : all == 0 ? 0 : done / all,
        tally.ended() == tally.trials() || worked == 0 || seconds == 0
            ? Optional.empty()
            : Optional.of(duration(workLeft(tally, running) * seconds / worked)));
  }

  /** The work that one worker has before it until all is done. */
  private static double workLeft(Tally tally, List<Running> running) {
    double waiting = tally.sum(TrialState.QUEUED::equals, Tally.Part::weight);
    double left = waiting + running.stream().mapToDouble(Running::left).sum();
    double longest = running.stream().mapToDouble(Running::left).max().orElse(0);
    double mean = waiting / Math.max(1, tally.count(TrialState.QUEUED));
    return Math.max(left / Math.max(1, running.size()), Math.max(longest, mean));
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1_000));
  }
}
