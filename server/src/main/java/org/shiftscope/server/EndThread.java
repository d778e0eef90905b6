package org.shiftscope.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a thread that works on the database by itself. It is never interrupted: that would close the
 * database's file.
 */
final class EndThread {

  private EndThread() {}

  /** Waits three seconds for what is under way. Returns whether it is known to go on. */
  static boolean goesOn(ExecutorService thread) {
    thread.shutdown();
    try {
      return !thread.awaitTermination(3, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
