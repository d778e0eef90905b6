package org.shiftscope.ui.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.ui.kind.Results;

/** Says which trials figures and means leave out, and which failed. */
public final class LeftOut {

  private static final int NAMED = 8;

  private LeftOut() {}

  /** Empty where nothing is left out. */
  public static String say(Results results) {
    return (results.sorted().map(CountedTrials::sentence).orElse("") + failed(results.trials()))
        .strip();
  }

  private static String failed(List<Trial> trials) {
    List<Integer> numbers =
        trials.stream()
            .filter(trial -> trial.state() == TrialState.FAILED)
            .map(Trial::number)
            .toList();
    if (numbers.isEmpty()) {
      return "";
    }
    String named =
        numbers.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return (numbers.size() == 1
            ? " Trial " + named + " failed"
            : " "
                + numbers.size()
                + " trials failed: "
                + named
                + (numbers.size() > NAMED ? ", …" : ""))
        + ". The table of trials says why; Retry runs "
        + (numbers.size() == 1 ? "it" : "them")
        + " again.";
  }
}
