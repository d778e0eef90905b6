package org.shiftscope.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.ui.wording.Words;

/** Says which trials the means leave out. */
final class Exclusions {

  private Exclusions() {}

  /** "2 of 15 trials diverged: left out of the charts and means."; empty where none is left out. */
  static String sentence(List<Trial> trials) {
    long diverged = count(trials, Outcome.DIVERGED);
    long unconverged = count(trials, Outcome.UNCONVERGED);
    long failed = trials.stream().filter(trial -> trial.state() == TrialState.FAILED).count();
    List<String> parts = new ArrayList<>();
    add(parts, diverged, "diverged", trials.size());
    add(parts, unconverged, "did not converge", trials.size());
    add(parts, failed, "failed", trials.size());
    return parts.isEmpty()
        ? ""
        : String.join(" and ", parts) + ": left out of the charts and means.";
  }

  private static void add(List<String> parts, long count, String verb, int all) {
    if (count > 0) {
      String of = parts.isEmpty() ? " of " + Words.count(all, "trial") : "";
      parts.add(count + of + " " + verb);
    }
  }

  private static long count(List<Trial> trials, Outcome outcome) {
    return trials.stream()
        .map(Trial::result)
        .flatMap(Optional::stream)
        .map(TrialResult::outcome)
        .filter(outcome::equals)
        .count();
  }
}
