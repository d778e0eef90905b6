package org.shiftscope.server.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.device.ResidentMemory;
import org.shiftscope.server.metrics.WatchedParts.WatchedLane;
import org.shiftscope.storage.LaneSummary;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.Vitals;

/**
 * Tells a registry of the server's own parts. What takes a question to the database is asked before
 * the numbers are written, and no more often than every few seconds, whoever scrapes.
 */
final class BindParts {

  private static final long BETWEEN_QUESTIONS = TimeUnit.SECONDS.toNanos(4);

  private final MeterRegistry registry;
  private final WatchedParts parts;
  private final MultiGauge trials;
  private final MultiGauge waiting;
  private final MultiGauge paused;
  private double workers;
  private double oldest;
  private double databaseBytes;
  private boolean answers;
  private long asked = System.nanoTime() - BETWEEN_QUESTIONS;

  BindParts(MeterRegistry registry, WatchedParts parts) {
    this.registry = registry;
    this.parts = parts;
    this.trials =
        MultiGauge.builder("shiftscope.trials")
            .description("Trials in the record by kind and state, deleted experiments left out")
            .register(registry);
    this.waiting =
        MultiGauge.builder("shiftscope.lane.waiting")
            .description("Trials that wait in a lane")
            .register(registry);
    this.paused =
        MultiGauge.builder("shiftscope.lane.paused")
            .description("Whether a lane is paused: 1 or 0")
            .register(registry);
  }

  /** Binds, and gives what to run before the numbers are written. */
  Runnable bind() {
    gauge("shiftscope.info", "The version that runs: always 1", Tags.of("version", parts.version()))
        .accept(each -> 1);
    gauge("shiftscope.queue.oldest.seconds", "How long the longest waiting experiment waits")
        .accept(each -> each.oldest);
    gauge("shiftscope.workers", "Processes that run trials").accept(each -> each.workers);
    gauge("shiftscope.backup.last.timestamp.seconds", "When the newest backup was made; 0 for none")
        .accept(each -> each.parts.lastBackup().get().map(Instant::getEpochSecond).orElse(0L));
    gauge("shiftscope.database.up", "Whether the database answers: 1 or 0")
        .accept(each -> each.answers ? 1 : 0);
    gauge("shiftscope.database.bytes", "What the database takes on its disk")
        .accept(each -> each.databaseBytes);
    gauge("shiftscope.data.free.bytes", "Free space for the data folder")
        .accept(each -> each.parts.data().toFile().getUsableSpace());
    gauge("shiftscope.memory.resident.bytes", "What the process holds of the machine's memory")
        .accept(each -> ResidentMemory.bytes());
    Vitals vitals = parts.vitals();
    FunctionTimer.builder(
            "shiftscope.database.commit",
            vitals,
            each -> each.commits().count(),
            each -> each.commits().nanos(),
            TimeUnit.NANOSECONDS)
        .description("Commits of the database, and how long they took")
        .register(registry);
    connections("active", pool -> pool.active());
    connections("idle", pool -> pool.idle());
    connections("waiting", pool -> pool.waiting());
    memory("heap", () -> parts.memory().taken().heap(), () -> parts.memory().whole().heap());
    memory("arrays", () -> parts.memory().taken().arrays(), () -> parts.memory().whole().arrays());
    parts.lanes().forEach(this::lane);
    return this::ask;
  }

  private void lane(WatchedLane lane) {
    Tags tags = Tags.of("lane", lane.device());
    Gauge.builder("shiftscope.lane.slots", lane, WatchedLane::slots)
        .description("Trials that a lane can run at the same time")
        .tags(tags)
        .register(registry);
    Gauge.builder("shiftscope.lane.running", lane, each -> each.running().getAsInt())
        .description("Trials that run in a lane")
        .tags(tags)
        .register(registry);
  }

  private void connections(String state, ToDoubleFunction<Vitals.Pool> of) {
    Gauge.builder(
            "shiftscope.database.connections",
            parts.vitals(),
            each -> of.applyAsDouble(each.connections()))
        .description("Connections to the database by what they do")
        .tags("state", state)
        .register(registry);
  }

  private void memory(String area, LongReader taken, LongReader whole) {
    Tags tags = Tags.of("area", area);
    Gauge.builder("shiftscope.memory.taken.bytes", taken, LongReader::read)
        .description("Memory that trials which run have taken")
        .tags(tags)
        .strongReference(true)
        .register(registry);
    Gauge.builder("shiftscope.memory.trials.bytes", whole, LongReader::read)
        .description("Memory that trials may take together")
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private Numbered gauge(String name, String description) {
    return gauge(name, description, Tags.empty());
  }

  private Numbered gauge(String name, String description, Tags tags) {
    return of ->
        Gauge.builder(name, this, of)
            .description(description)
            .tags(tags)
            .strongReference(true)
            .register(registry);
  }

  private synchronized void ask() {
    if (System.nanoTime() - asked < BETWEEN_QUESTIONS) {
      return;
    }
    asked = System.nanoTime();
    try {
      List<Vitals.Count> counts = parts.vitals().trials();
      List<LaneSummary> lanes = parts.vitals().lanes();
      workers = parts.vitals().workers().size();
      Instant now = parts.clock().instant();
      oldest =
          parts
              .vitals()
              .oldestWaiting()
              .map(since -> (double) Duration.between(since, now).toSeconds())
              .orElse(0.0);
      databaseBytes = parts.vitals().engine().bytes();
      trials.register(counts.stream().map(BindParts::row).toList(), true);
      waiting.register(lanes.stream().map(lane -> row(lane, lane.waiting())).toList(), true);
      paused.register(
          lanes.stream().map(lane -> row(lane, lane.paused().isPresent() ? 1 : 0)).toList(), true);
      answers = true;
    } catch (StorageUnavailable silent) {
      answers = false;
    }
  }

  private static Row<Number> row(LaneSummary lane, int value) {
    return Row.of(Tags.of("lane", lane.device()), value);
  }

  private static Row<Number> row(Vitals.Count count) {
    TrialState state = count.state();
    return Row.of(Tags.of("kind", count.kind(), "state", state.id()), count.trials());
  }

  /** Reads a number of bytes. */
  @FunctionalInterface
  private interface LongReader {
    long read();
  }

  /** A gauge that still lacks what it reads. */
  @FunctionalInterface
  private interface Numbered {
    void accept(ToDoubleFunction<BindParts> of);
  }
}
