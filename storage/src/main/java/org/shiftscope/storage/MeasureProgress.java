package org.shiftscope.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Measures how far an experiment is. Its trials are weighed by their expected costs.
 *
 * <p>Time left = work left · pace / trials at a time, but no less than what the longest of those
 * that run needs, nor than a mean one of those that wait. The pace is the time spent over the work
 * done in it, both of the attempts that finished or run now; so pauses, restarts and retries do not
 * count, nor what an attempt found done in a checkpoint. The estimate from before the launch has a
 * say in it too, the less the more was measured. Paused trials are no work left: nobody knows when
 * they go on.
 */
final class MeasureProgress {

  /** The share of a trial that must be done until its pace tells anything. */
  private static final double LEAST = 0.02;

  /** So long must be worked until a pace is more than that of a process that has just started. */
  private static final double LEAST_SECONDS = 5;

  /** The estimate counts as much as this share of a trial that was measured. */
  private static final double ESTIMATE = 0.25;

  private MeasureProgress() {}

  /**
   * A trial that runs.
   *
   * @param weight its expected cost
   * @param fraction share of it that is done
   * @param found the share that its attempt found done
   * @param seconds since its attempt was prepared, or went on from there
   */
  record Running(double weight, double fraction, double found, double seconds) {

    double done() {
      return weight * fraction;
    }

    double left() {
      return weight - done();
    }

    /** Share of the trial that was done in its seconds. */
    double worked() {
      return fraction - found;
    }
  }

  /**
   * Measures.
   *
   * @param slots in which no other experiment's trials run
   * @param expected seconds of all trials one after another, where they were estimated
   */
  static Experiment.Progress of(
      Tally tally, List<Running> running, int slots, Optional<Double> expected) {
    double done =
        tally.sum(TrialState.FINISHED::equals, Tally.Part::weight)
            + tally.sum(TrialState.FAILED::equals, Tally.Part::weight)
            + tally.sum(TrialState.PAUSED::equals, Tally.Part::found)
            + running.stream().mapToDouble(Running::done).sum();
    double all = tally.sum(state -> true, Tally.Part::weight);
    boolean ended = tally.ended() == tally.trials();
    boolean stands = tally.count(TrialState.QUEUED) + tally.count(TrialState.RUNNING) == 0;
    boolean complete = tally.count(TrialState.CANCELLED) == 0 && ended;
    return new Experiment.Progress(
        tally.trials(),
        tally.ended(),
        complete ? 1 : all == 0 ? 0 : done / all,
        stands
            ? Optional.empty()
            : pace(tally, running, expected.map(seconds -> seconds / all))
                .map(pace -> pace.of(workLeft(tally, running, slots))),
        tally.count(TrialState.PAUSED),
        tally.count(TrialState.FAILED));
  }

  private static Optional<Pace> pace(
      Tally tally, List<Running> running, Optional<Double> estimated) {
    double weight = tally.sum(TrialState.FINISHED::equals, Tally.Part::weight);
    double found = tally.sum(TrialState.FINISHED::equals, Tally.Part::found);
    double worked =
        weight - found + running.stream().mapToDouble(one -> one.weight() * one.worked()).sum();
    double seconds =
        tally.sum(TrialState.FINISHED::equals, Tally.Part::seconds)
            + running.stream().mapToDouble(Running::seconds).sum();
    boolean someFinished = weight > found;
    boolean someMoved = running.stream().anyMatch(one -> one.worked() >= LEAST);
    if (seconds < LEAST_SECONDS || !someFinished && !someMoved) {
      // Before a first trial runs, how many will at a time is not known.
      return estimated.filter(known -> !running.isEmpty()).map(known -> new Pace(known, false));
    }
    double measured = seconds / worked;
    double trials = worked * tally.trials() / tally.sum(state -> true, Tally.Part::weight);
    double share = trials / (trials + ESTIMATE);
    // Where one of them is wrong, it is so by a factor.
    double pace = Math.pow(measured, share) * Math.pow(estimated.orElse(measured), 1 - share);
    return Optional.of(new Pace(pace, trials >= ESTIMATE));
  }

  /**
   * How long one trial takes.
   *
   * @param seconds for each unit of cost
   * @param measured whether on more than the first steps
   */
  private record Pace(double seconds, boolean measured) {

    Duration of(double work) {
      Duration exact = Duration.ofMillis(Math.round(Math.max(0, work * seconds) * 1_000));
      return measured ? AboutTime.of(exact) : AboutTime.roughly(exact);
    }
  }

  /** The work that one worker has before it until all is done. */
  private static double workLeft(Tally tally, List<Running> running, int slots) {
    int queued = tally.count(TrialState.QUEUED);
    // Between two trials a slot is idle for a moment.
    int workers = Math.max(Math.max(1, running.size()), Math.min(slots, running.size() + queued));
    double waiting = tally.sum(TrialState.QUEUED::equals, Tally.Part::weight);
    double left = waiting + running.stream().mapToDouble(Running::left).sum();
    double longest = running.stream().mapToDouble(Running::left).max().orElse(0);
    double mean = waiting / Math.max(1, queued);
    return Math.max(left / workers, Math.max(longest, mean));
  }
}
