package org.shiftscope.server.web;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, in a thread of its own, whether threads wait for each other for ever: nothing but a new
 * start helps then. Whoever asks is told at once what was found last.
 */
public final class WatchThreads implements Supplier<Optional<String>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchThreads.class);
  private static final long SECONDS = 10;

  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch-threads").factory());
  private volatile Optional<String> stuck = Optional.empty();

  /** Starts. */
  public WatchThreads() {
    var _ = looks.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      lookForStuck();
    } catch (RuntimeException | Error thrown) { // it would be the last time
      GoOn.after(thrown, LOG, "Whether threads wait for each other is not known now");
    }
  }

  private void lookForStuck() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] ids = threads.findDeadlockedThreads();
    if (ids != null && stuck.isEmpty()) {
      String names =
          Stream.of(threads.getThreadInfo(ids))
              .map(ThreadInfo::getThreadName)
              .collect(Collectors.joining(", "));
      stuck = Optional.of("Threads wait for each other for ever: " + names + ".");
      LOG.error("{} Start the server anew, and report this please.", stuck.get());
    }
  }

  /** Which threads are stuck, a sentence; empty where none were found. */
  @Override
  public Optional<String> get() {
    return stuck;
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
