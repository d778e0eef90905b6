package org.shiftscope.storage;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How many trials of one experiment stand where.
 *
 * @param parts one for each state and outcome that some trial has
 * @param takenUp whether a worker took one up at least once
 */
record Tally(List<Part> parts, boolean takenUp) {

  /** No trial. */
  static final Tally NONE = new Tally(List.of(), false);

  /**
   * The trials in one state, with one outcome.
   *
   * @param outcome the name in JSON of the outcome; empty where they have no result
   * @param trials how many
   * @param weight the sum of their expected costs
   * @param seconds how long the last attempts of finished ones took, all together
   * @param found of the weight of finished ones, what those attempts found done in checkpoints; of
   *     that of paused ones, what is done
   */
  record Part(
      TrialState state, String outcome, int trials, double weight, double seconds, double found) {}

  int trials() {
    return count(state -> true);
  }

  int ended() {
    return count(TrialState::ended);
  }

  int count(TrialState state) {
    return count(state::equals);
  }

  private int count(Predicate<TrialState> wanted) {
    return parts.stream().filter(part -> wanted.test(part.state())).mapToInt(Part::trials).sum();
  }

  double sum(Predicate<TrialState> wanted, ToDoubleFunction<Part> of) {
    return parts.stream().filter(part -> wanted.test(part.state())).mapToDouble(of).sum();
  }

  /** How many trials have which outcome, by its name. */
  SortedMap<String, Integer> outcomes() {
    SortedMap<String, Integer> outcomes = new TreeMap<>();
    parts.stream()
        .filter(part -> part.state() == TrialState.FINISHED)
        .forEach(part -> outcomes.merge(part.outcome(), part.trials(), Integer::sum));
    return outcomes;
  }

  /** The state of an experiment with these trials. */
  ExperimentState state() {
    if (count(TrialState.QUEUED) + count(TrialState.RUNNING) > 0) {
      return takenUp ? ExperimentState.RUNNING : ExperimentState.QUEUED;
    }
    if (count(TrialState.PAUSED) > 0) {
      return ExperimentState.PAUSED;
    }
    if (count(TrialState.CANCELLED) > 0) {
      return ExperimentState.CANCELLED;
    }
    return count(TrialState.FAILED) > 0 ? ExperimentState.FAILED : ExperimentState.FINISHED;
  }
}
