package org.shiftscope.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.ComputeFindings;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TrialResult;

/**
 * What experiments found over their trials. Findings depend on spec and results alone, and a result
 * that is there stays: so those of an experiment are kept until it has more results. Safe for use
 * by many threads.
 */
public final class FindFindings {

  private static final int MOST_KEPT = 64;

  private final Experiments experiments;
  private final Map<Key, Known> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param experiments where results are read
   */
  public FindFindings(Experiments experiments) {
    this.experiments = experiments;
  }

  /** The findings of an experiment as it stands now, before its first result too. */
  public Findings of(Experiment experiment, Include include) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    experiments
        .trials(experiment.id())
        .forEach(trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    var key = new Key(experiment.id(), include);
    Known known = known(key);
    if (known != null && known.results() == results.size()) {
      return known.findings();
    }
    Findings findings = ComputeFindings.of(experiment.spec(), results, include);
    keep(key, new Known(results.size(), findings));
    return findings;
  }

  private @Nullable Known known(Key key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  private void keep(Key key, Known known) {
    synchronized (kept) {
      kept.put(key, known);
      if (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next()); // the one that was asked for longest ago
      }
    }
  }

  private record Key(ExperimentId id, Include include) {}

  private record Known(int results, Findings findings) {}
}
