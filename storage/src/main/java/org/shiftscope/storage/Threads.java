package org.shiftscope.storage;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Thread pools that are never interrupted: an interrupt during a write would close H2's file under
 * all the others. So {@code shutdownNow} only asks.
 */
final class Threads {

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
