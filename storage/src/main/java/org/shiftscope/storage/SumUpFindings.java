package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the key numbers of each experiment once it has ended, in a thread of its own; at a start
 * those that are missing, such as of an older version's experiments, in a quarter of that thread's
 * time, so that trials and pages have the processor.
 */
final class SumUpFindings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SumUpFindings.class);

  /** How much longer than its work it rests while it catches up. */
  private static final int PAUSES = 3;

  private final Database database;
  private final Experiments experiments;
  private final Experiments.Subscription news;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("findings").factory());

  private SumUpFindings(Database database, Experiments experiments) {
    this.database = database;
    this.experiments = experiments;
    this.news = experiments.subscribe(this::hear);
  }

  /** Begins with those that are missing. */
  static SumUpFindings start(Database database, Experiments experiments) {
    var started = new SumUpFindings(database, experiments);
    started.worker.execute(started::catchUp);
    return started;
  }

  private void hear(Event event) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
      try {
        worker.execute(() -> sumUp(event.experiment()));
      } catch (RejectedExecutionException closed) {
        LOG.debug("Found at the next start: {}", event.experiment());
      }
    }
  }

  private void catchUp() {
    try {
      for (ExperimentId id : database.read(KeyFindings::due)) {
        long start = database.nanoTime();
        sumUp(id);
        if (closing.await(PAUSES * (database.nanoTime() - start), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (StorageUnavailable refused) {
      LOG.info("Numbers for searches are found at the next start: {}", refused.getMessage());
    }
  }

  private void sumUp(ExperimentId id) {
    try {
      List<Trial> trials = experiments.trials(id);
      int results = (int) trials.stream().filter(trial -> trial.document().isPresent()).count();
      KeyNumbers numbers =
          experiments
              .find(id)
              .flatMap(Experiment::spec)
              .map(spec -> of(id, spec, trials))
              .orElse(KeyFindings.NONE);
      database.report(
          change -> {
            KeyFindings.store(change, id, results, numbers);
            return results;
          });
    } catch (StorageUnavailable refused) {
      LOG.info("Numbers of {} are found at the next start: {}", id, refused.getMessage());
    } catch (RuntimeException | Error wrong) { // the others have theirs
      GoOn.after(wrong, LOG, "No numbers for searches could be found of an experiment: " + id);
    }
  }

  /** Results that a person sees with a sentence may break a law of the findings. */
  private static KeyNumbers of(ExperimentId id, ExperimentSpec spec, List<Trial> trials) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials.forEach(
        trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    try {
      return KeyNumbers.of(Kind.of(spec).findings(results, Include.COUNTED));
    } catch (RuntimeException wrong) {
      LOG.warn("Experiment {} has no findings: {}", id, Optional.ofNullable(wrong.getMessage()));
      return KeyFindings.NONE;
    }
  }

  @Override
  public void close() {
    news.close();
    closing.countDown();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.info("Numbers for searches that are not found yet are found at the next start.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
