package org.shiftscope.ui.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;

/**
 * What an experiment came to so far.
 *
 * @param trials all of them, in their order; none in the live form
 * @param findings what was found over them, the same that REST tells; empty in the live form
 */
public record Results(List<Trial> trials, Optional<Findings> findings) {

  public Results {
    trials = List.copyOf(trials);
  }

  /** Before anything was launched. */
  public static Results none() {
    return new Results(List.of(), Optional.empty());
  }

  /** These trials, and what was found over them. */
  public static Results of(ExperimentSpec spec, List<Trial> trials) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials.forEach(trial -> trial.result().ifPresent(found -> results.put(trial.number(), found)));
    return new Results(trials, Optional.of(Kind.of(spec).findings(results, Include.COUNTED)));
  }

  /** These trials with the findings of before: for where no result came since. */
  public Results with(List<Trial> now) {
    return new Results(now, findings);
  }

  /** How many trials have a result. */
  public long count() {
    return trials.stream().filter(trial -> trial.result().isPresent()).count();
  }
}
