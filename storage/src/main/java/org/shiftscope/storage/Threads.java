package org.shiftscope.storage;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private final Runnable ask;

    /**
     * @param ask what makes sleeping threads look whether they should end
     */
    Pool(String name, int size, Runnable ask) {
      super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
      this.ask = ask;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      ask.run();
      return List.of();
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
      return super.scheduleWithFixedDelay(() -> goOn(work), first, between, unit);
    }

    private static void goOn(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException | Error thrown) {
        LOG.error("What is done again and again failed; the next time comes", thrown);
      }
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
