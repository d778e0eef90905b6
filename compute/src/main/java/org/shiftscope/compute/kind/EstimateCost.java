package org.shiftscope.compute.kind;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * Estimates an experiment's time and memory from steps that it times for about a second, as many at
 * a time as trials will run. Safe for use by many threads: one measurement at a time in the whole
 * process, since two would slow each other.
 */
public final class EstimateCost {

  private static final int KNOWN = 100;

  /** Nanoseconds that a first timing may take to be taken again: VGG16's takes 10 s. */
  private static final long LONGEST_FIRST = 20_000_000_000L;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Host host;
  private final LongSupplier nanoTime;
  private final Set<List<Class<?>>> timed = ConcurrentHashMap.newKeySet();
  private final AnswerInTurn turns = new AnswerInTurn("estimate", LONGEST);
  private final Map<ExperimentSpec, Estimate> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ExperimentSpec, Estimate> eldest) {
              return size() > KNOWN;
            }
          });

  /**
   * Prepares.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public EstimateCost(Host host, LongSupplier nanoTime) {
    this.host = host;
    this.nanoTime = nanoTime;
  }

  /**
   * Estimates.
   *
   * @param patience how long the caller waits for others to be answered
   * @throws AnswerInTurn.NoAnswer where that is not enough, or the steps take minutes
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   * @throws org.shiftscope.compute.spec.InvalidSpec where a trial needs more memory than there is;
   *     nothing was allocated then
   */
  public Estimate estimate(ExperimentSpec spec, Duration patience) {
    host.check(spec);
    return turns.answer(patience, () -> measure(spec));
  }

  private Estimate measure(ExperimentSpec spec) {
    Kind kind = Kind.of(spec);
    int atATime = kind.memory().fitting(Math.min(host.slots(), spec.trialCount()), host.memory());
    Estimate estimate = SumUpCosts.of(kind, time(kind, atATime), spec.trialCount(), atATime);
    known.put(spec, estimate);
    return estimate;
  }

  /** The first of its code twice: then the compiler is at work on steps that were never taken. */
  private Timing time(Kind kind, int atATime) {
    long start = nanoTime.getAsLong();
    Timing timing = timeBesideOthers(kind, atATime);
    boolean first = timed.add(code(kind));
    return first && nanoTime.getAsLong() - start < LONGEST_FIRST
        ? timeBesideOthers(kind, atATime)
        : timing;
  }

  /**
   * The other trials take the same steps meanwhile: on two threads of one core each runs at 0.7 of
   * its speed, which the clock of the thread alone counts too.
   */
  private Timing timeBesideOthers(Kind kind, int atATime) {
    if (atATime == 1) {
      return kind.time(host.data(), nanoTime);
    }
    try (ExecutorService others =
        Executors.newFixedThreadPool(
            atATime - 1, Thread.ofPlatform().daemon().name("estimate-beside-", 1).factory())) {
      for (int i = 1; i < atATime; i++) {
        var _ = others.submit(() -> kind.time(host.data(), nanoTime));
      }
      return kind.time(host.data(), nanoTime);
    }
  }

  private static List<Class<?>> code(Kind kind) {
    return kind instanceof TrainedKind trained
        ? List.of(kind.getClass(), trained.spec().network().getClass())
        : List.of(kind.getClass());
  }

  /** What was estimated of a spec lately. */
  public Optional<Estimate> known(ExperimentSpec spec) {
    return Optional.ofNullable(known.get(spec));
  }
}
