package org.shiftscope.compute.kind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A trial that is stopped once in each of its stages, and goes on each time from what it kept.
 *
 * @param legs what it did between two stops
 * @param result with which it ended
 */
record StoppedTrial(List<Leg> legs, TrialResult result) {

  /**
   * Between two stops.
   *
   * @param from the boundary from which it went on, among all of an undisturbed trial; −1 at first
   * @param to that at which it was stopped; the number of all where it ended
   * @param offered how many boundaries it was offered
   * @param told its progress
   */
  record Leg(int from, int to, int offered, List<Double> told) {}

  /**
   * Runs it.
   *
   * @param run a trial under a watch
   * @param watch keeps the checkpoints, and the points told at the end
   * @param boundaries the stages in which an undisturbed trial is offered boundaries, in order
   * @param choose by the number of a stage's boundaries, the one at which it is stopped
   */
  static StoppedTrial of(
      Function<TrialWatch, TrialResult> run,
      KeptCheckpoints watch,
      List<String> boundaries,
      IntUnaryOperator choose) {
    List<Leg> legs = new ArrayList<>();
    int from = -1;
    for (String stage : new LinkedHashSet<>(boundaries)) {
      int first = boundaries.indexOf(stage);
      int within = choose.applyAsInt(boundaries.lastIndexOf(stage) - first + 1);
      watch.cancelIn(stage, within);
      Optional<TrialResult> ended = run(run, watch);
      int to = ended.isPresent() ? boundaries.size() : first + within;
      legs.add(leg(from, to, watch));
      if (ended.isPresent()) { // nothing asks after the last stage's end
        return new StoppedTrial(legs, ended.get());
      }
      from = to;
    }
    watch.cancelAt(Integer.MAX_VALUE);
    TrialResult result = run.apply(watch);
    legs.add(leg(from, boundaries.size(), watch));
    return new StoppedTrial(legs, result);
  }

  private static Leg leg(int from, int to, KeptCheckpoints watch) {
    return new Leg(from, to, watch.offered().size(), List.copyOf(watch.told()));
  }

  private static Optional<TrialResult> run(
      Function<TrialWatch, TrialResult> run, TrialWatch watch) {
    try {
      return Optional.of(run.apply(watch));
    } catch (TrialCancelled cancelled) {
      return Optional.empty();
    }
  }
}
