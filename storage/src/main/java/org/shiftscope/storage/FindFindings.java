package org.shiftscope.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * What experiments found over their trials. Findings depend on spec and results alone, and a result
 * that is there stays: so those of an experiment are kept until it has more results. Safe for use
 * by many threads; those that ask for the same at once wait for one computation.
 */
public final class FindFindings {

  private static final int MOST_KEPT = 64;

  private final Experiments experiments;
  private final Map<Key, Known> kept = new LinkedHashMap<>(16, 0.75f, true);

  FindFindings(Experiments experiments) {
    this.experiments = experiments;
  }

  /**
   * The findings of an experiment as it stands now, before its first result too. Results are read
   * only where the tally counts more of them than what is kept was made of.
   *
   * @param spec its spec
   */
  public Findings of(ExperimentSummary experiment, ExperimentSpec spec, Include include) {
    int finished = experiment.outcomes().values().stream().mapToInt(count -> count).sum();
    Known known = known(new Key(experiment.id(), include));
    return known != null && known.results == finished
        ? known.findings()
        : of(experiment.id(), spec, experiments.trials(experiment.id()), include);
  }

  /**
   * The findings over trials that were read before.
   *
   * @param trials all of the experiment, those without a result too
   */
  public Findings of(
      ExperimentId experiment, ExperimentSpec spec, List<Trial> trials, Include include) {
    int read = (int) trials.stream().filter(trial -> trial.document().isPresent()).count();
    return keep(
            new Key(experiment, include),
            new Known(read, () -> Kind.of(spec).findings(results(trials), include)))
        .findings();
  }

  private static Map<Integer, TrialResult> results(List<Trial> trials) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials.forEach(
        trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    return results;
  }

  private @Nullable Known known(Key key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  /** Of two of one number of results the first stays; who read fewer results gets those. */
  private Known keep(Key key, Known fresh) {
    synchronized (kept) {
      Known before = kept.get(key);
      if (before != null && before.results == fresh.results) {
        return before;
      }
      if (before == null || before.results < fresh.results) {
        kept.put(key, fresh);
      }
      if (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next()); // the one that was asked for longest ago
      }
      return fresh;
    }
  }

  private record Key(ExperimentId id, Include include) {}

  /** Findings over a number of results, computed by the first that asks for them. */
  private static final class Known {

    final int results;
    private @Nullable Supplier<Findings> compute;
    private @Nullable Findings found;

    Known(int results, Supplier<Findings> compute) {
      this.results = results;
      this.compute = compute;
    }

    synchronized Findings findings() {
      Findings now = found;
      if (now == null && compute != null) {
        now = compute.get();
        found = now;
        compute = null; // and with it the results
      }
      return Objects.requireNonNull(now);
    }
  }
}
