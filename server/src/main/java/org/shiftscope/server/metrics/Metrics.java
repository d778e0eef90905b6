package org.shiftscope.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.shiftscope.server.worker.HearTrials;

/**
 * All numbers that the server tells to whoever watches it, in Prometheus' text format. No label has
 * more values than there are routes, kinds, lanes and states: no id, no name of anybody stands in
 * one. Safe for use by many threads.
 */
public final class Metrics implements HearTrials, AutoCloseable {

  /** What {@link #text} is written in. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /**
   * What the load is measured against: a page that is there at once, and one that is waited for.
   */
  private static final Duration[] ANSWERS = {
    Duration.ofMillis(30), Duration.ofMillis(300), Duration.ofSeconds(3), Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicInteger streams = new AtomicInteger();
  private volatile Runnable before = () -> {};

  /** Begins with what every Java process has. */
  public Metrics() {
    List.of(
            new JvmMemoryMetrics(),
            collections,
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(each -> each.bindTo(registry));
    Gauge.builder("shiftscope.event.streams", streams, AtomicInteger::get)
        .description("Streams of events that readers have open")
        .register(registry);
  }

  /** Tells of the server's parts from now on. */
  public void watch(WatchedParts parts) {
    before = new BindParts(registry, parts).bind();
  }

  /** Tells of the threads that answer requests. */
  public void watch(ThreadPool pool) {
    new JettyServerThreadPoolMetrics(pool, List.of()).bindTo(registry);
  }

  @Override
  public void ended(String kind, String device, String end, Duration took) {
    Timer.builder("shiftscope.trial.run")
        .description("Attempts at trials that ended in this process, and how long they ran")
        .tags("kind", kind, "lane", device, "end", end)
        .register(registry)
        .record(took);
  }

  /** A request was answered. */
  void answered(String method, String route, int status, Duration took) {
    Timer.builder("http.server.requests")
        .description("Requests that were answered")
        .tags("method", method, "route", route, "status", Integer.toString(status))
        .serviceLevelObjectives(ANSWERS)
        .register(registry)
        .record(took);
  }

  /** A stream of events begins. */
  public void streamBegins() {
    streams.incrementAndGet();
  }

  /** A stream of events ended. */
  public void streamEnded() {
    streams.decrementAndGet();
  }

  /** All of them now. */
  public String text() {
    before.run();
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
