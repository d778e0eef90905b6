package org.shiftscope.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

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

  /**
   * The findings of an experiment as it stands now, before its first result too.
   *
   * @param spec its spec
   */
  public Findings of(ExperimentSummary experiment, ExperimentSpec spec, Include include) {
    int finished = experiment.outcomes().values().stream().mapToInt(count -> count).sum();
    var key = new Key(experiment.id(), include);
    Known known = known(key);
    if (known != null && known.results() == finished) {
      return known.findings();
    }
    Map<Integer, TrialResult> results = new TreeMap<>();
    List<Trial> trials = experiments.trials(experiment.id());
    trials.forEach(
        trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    Findings findings = Kind.of(spec).findings(results, include);
    long read = trials.stream().filter(trial -> trial.document().isPresent()).count();
    keep(key, new Known((int) read, findings));
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
