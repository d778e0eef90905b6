package org.shiftscope.ui.kind.invariance;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.TrialSummary;

/**
 * The trials of an experiment that can be checked, in their order, with T, seed and split.
 *
 * @param id the experiment
 * @param spec its spec
 */
record CheckableTrials(ExperimentId id, ExperimentSpec spec) {

  /** Trials read at once. */
  private static final int PART = 64;

  /**
   * The numbers of those that have their points and whose label has all words of a text. No more
   * trials are read than it takes to find them.
   *
   * @param offset how many are left out before
   * @param limit at most so many
   */
  Stream<String> read(Experiments experiments, String text, int offset, int limit) {
    return IntStream.iterate(0, from -> from < spec.trialCount(), from -> from + PART)
        .boxed()
        .flatMap(from -> experiments.trials(id, from, PART).stream())
        .filter(CheckableTrials::hasPoints)
        .map(trial -> Integer.toString(trial.number()))
        .filter(number -> has(label(number), text))
        .skip(offset)
        .limit(limit);
  }

  /** "3: T = 0.01, seed 1"; the number alone where the experiment has no such trial. */
  String label(String number) {
    return number.matches("\\d{1,5}") && Integer.parseInt(number) < spec.trialCount()
        ? number + ": " + spec.trialLabel(Integer.parseInt(number))
        : number;
  }

  private static boolean hasPoints(TrialSummary trial) {
    return trial.outcome().filter(CheckableExperiments.WITH_POINTS::contains).isPresent();
  }

  private static boolean has(String label, String text) {
    String lower = label.toLowerCase(Locale.ROOT);
    return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
  }
}
