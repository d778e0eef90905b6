package org.shiftscope.server.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/**
 * The progress of experiments whose events are read, for all their readers: a hundred of them cost
 * one question to the database each quarter of a second, and not one for each and every event. Safe
 * for use by many threads.
 */
final class LatestProgress {

  private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(250);

  /** Few experiments are at work at a time; the others are looked up again when they are. */
  private static final int MOST_KEPT = 100;

  private final Experiments experiments;
  private final Map<ExperimentId, Kept> kept = new ConcurrentHashMap<>();

  LatestProgress(Experiments experiments) {
    this.experiments = experiments;
  }

  private record Kept(long at, Optional<Experiment.Progress> progress) {
    boolean isFresh() {
      return System.nanoTime() - at < FRESH;
    }
  }

  /** How far an experiment was, a quarter of a second ago or later; empty for one that is gone. */
  Optional<Experiment.Progress> of(ExperimentId id) {
    if (kept.size() > MOST_KEPT) {
      kept.values().removeIf(each -> !each.isFresh());
    }
    return kept.compute(id, (_, before) -> before != null && before.isFresh() ? before : read(id))
        .progress();
  }

  private Kept read(ExperimentId id) {
    var progress = experiments.summary(id).map(ExperimentSummary::progress);
    return new Kept(System.nanoTime(), progress);
  }
}
