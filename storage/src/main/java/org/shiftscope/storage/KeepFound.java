package org.shiftscope.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.Include;

/**
 * Keeps what was found over the results of experiments until there are more of them. Safe for use
 * by many threads; those that ask for the same at once wait for one computation.
 */
final class KeepFound<T> {

  private final int most;
  private final Map<Key, Known<T>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** {@code most}: as many are kept; of more, those that were asked for last. */
  KeepFound(int most) {
    this.most = most;
  }

  /** What was found over so many results, where it is kept. */
  Optional<T> over(int results, ExperimentId experiment, Include include) {
    Known<T> known;
    synchronized (kept) {
      known = kept.get(new Key(experiment, include));
    }
    return known != null && known.results == results
        ? Optional.of(known.found())
        : Optional.empty();
  }

  /** Of two of one number of results the first stays; who read fewer results gets those. */
  T keep(int results, ExperimentId experiment, Include include, Supplier<T> compute) {
    return keep(new Key(experiment, include), new Known<>(results, compute)).found();
  }

  private Known<T> keep(Key key, Known<T> fresh) {
    synchronized (kept) {
      Known<T> before = kept.get(key);
      if (before != null && before.results == fresh.results) {
        return before;
      }
      if (before == null || before.results < fresh.results) {
        kept.put(key, fresh);
      }
      if (kept.size() > most) {
        kept.remove(kept.keySet().iterator().next()); // the one that was asked for longest ago
      }
      return fresh;
    }
  }

  private record Key(ExperimentId id, Include include) {}

  /** What is found over a number of results, computed by the first that asks for it. */
  private static final class Known<T> {

    final int results;
    private @Nullable Supplier<T> compute;
    private @Nullable T found;

    Known(int results, Supplier<T> compute) {
      this.results = results;
      this.compute = compute;
    }

    synchronized T found() {
      T now = found;
      if (now == null && compute != null) {
        now = compute.get();
        found = now;
        compute = null; // and with it the results
      }
      return Objects.requireNonNull(now);
    }
  }
}
