package org.shiftscope.ui.wording;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.ExperimentSummary;

/** How the trials of an experiment that have a result came out. */
enum Outcomes {
  ALL_MEASURED,
  SOME_MEASURED,
  NONE_MEASURED;

  static Outcomes of(ExperimentSummary experiment) {
    int results = experiment.outcomes().values().stream().mapToInt(count -> count).sum();
    int measured = experiment.outcomes().getOrDefault(Outcome.MEASURED.id(), 0);
    if (measured == results) {
      return ALL_MEASURED;
    }
    return measured == 0 ? NONE_MEASURED : SOME_MEASURED;
  }

  /** "Finished · 8 of 12 diverged": words, and after them how many trials were not measured. */
  static String sentence(ExperimentSummary experiment, String words) {
    return Stream.concat(
            Stream.of(words),
            experiment.outcomes().entrySet().stream()
                .filter(outcome -> !outcome.getKey().equals(Outcome.MEASURED.id()))
                .map(
                    outcome ->
                        outcome.getValue()
                            + " of "
                            + experiment.progress().trials()
                            + " "
                            + title(outcome.getKey())))
        .collect(Collectors.joining(" · "));
  }

  private static String title(String id) {
    return Named.find(Outcome.values(), id)
        .map(outcome -> outcome.title().toLowerCase(Locale.ROOT))
        .orElse(id);
  }
}
