package org.shiftscope.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;

/** Says which trials the means leave out. */
final class Exclusions {

  private Exclusions() {}

  /** "2 of 15 trials diverged and are left out of the means."; empty where none is left out. */
  static String sentence(List<Trial> trials) {
    long diverged = count(trials, Outcome.DIVERGED);
    long unconverged = count(trials, Outcome.UNCONVERGED);
    long failed = trials.stream().filter(trial -> trial.state() == TrialState.FAILED).count();
    List<String> parts = new ArrayList<>();
    if (diverged > 0) {
      parts.add(diverged + " diverged");
    }
    if (unconverged > 0) {
      parts.add(unconverged + " did not converge");
    }
    if (failed > 0) {
      parts.add(failed + " failed");
    }
    return parts.isEmpty()
        ? ""
        : "Of "
            + trials.size()
            + (trials.size() == 1 ? " trial, " : " trials, ")
            + String.join(" and ", parts)
            + ": left out of the charts and means.";
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
