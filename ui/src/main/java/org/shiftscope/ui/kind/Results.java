package org.shiftscope.ui.kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.WithoutTrials;
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

  /** Which trials count; empty in the live form. */
  public Optional<CountedTrials> sorted() {
    return findings.map(Findings::trials);
  }

  /** The trials that a person left out by hand. */
  public WithoutTrials without() {
    return sorted().map(CountedTrials::without).orElse(WithoutTrials.NONE);
  }

  /** The trials that count, in the order of the series of findings; none in the live form. */
  public List<Trial> counted() {
    Set<Integer> numbers =
        sorted().stream()
            .flatMap(all -> all.counted().stream())
            .map(CountedTrials.Place::trial)
            .collect(Collectors.toSet());
    return trials.stream().filter(trial -> numbers.contains(trial.number())).toList();
  }

  /** Whether no trial has a result yet. */
  public boolean isEmpty() {
    return trials.stream().allMatch(trial -> trial.result().isEmpty());
  }
}
