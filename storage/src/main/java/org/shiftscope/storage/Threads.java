package org.shiftscope.storage;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thread pools that are never interrupted: an interrupt during a write would close H2's file under
 * all the others. So {@code shutdownNow} only asks.
 */
final class Threads {

  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private Threads() {}

  /** A pool of a fixed size. */
  static final class Pool extends ThreadPoolExecutor {

    Pool(String name, int size) {
      super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      return List.of();
    }
  }

  /**
   * A thread for work that never ends: what it throws, for want of memory too, is a line in the
   * log, and the work begins again.
   */
  static final class Endless extends ThreadPoolExecutor {

    private static final long REST_NANOS = 100_000_000;

    private final Runnable ask;

    /**
     * @param ask what makes the work look whether it should end
     */
    Endless(String name, Runnable ask) {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
      this.ask = ask;
    }

    @Override
    public Future<?> submit(Runnable work) {
      return super.submit(() -> untilItReturns(work));
    }

    private void untilItReturns(Runnable work) {
      boolean thrown;
      do {
        thrown = !returns(work, "Work that never ends failed, and begins again");
        if (thrown) {
          LockSupport.parkNanos(REST_NANOS);
        }
      } while (thrown && !isShutdown());
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      ask.run();
      return List.of();
    }
  }

  private static boolean returns(Runnable work, String otherwise) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error thrown) {
      GoOn.after(thrown, LOG, otherwise);
      return false;
    }
  }

  /** A pool for repeated work. */
  static final class Housekeepers extends ScheduledThreadPoolExecutor {

    Housekeepers(String name) {
      super(2, daemons(name));
    }

    /** What it throws, for want of memory too, is a line in the log, and no end of it. */
    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable work, long first, long between, TimeUnit unit) {
      return super.scheduleWithFixedDelay(
          () -> returns(work, "What is done again and again failed; the next time comes"),
          first,
          between,
          unit);
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      return List.of();
    }
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
  }
}
