package org.shiftscope.server.worker;

import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * The memory of this process, shared by the trials of all lanes. A trial waits while those that run
 * leave too little; one that could never fit, or for which other programs leave too little, fails
 * with advice instead: it waits for nothing that may not come.
 */
public final class ShareMemory {

  private static final String WAITING = "waiting for memory";
  private static final long LOOK_MILLIS = 100;

  private final Memory whole;
  private Memory free;

  /** Shares so much. */
  public ShareMemory(Memory whole) {
    this.whole = whole;
    this.free = whole;
  }

  /**
   * Takes what a trial needs, as soon as the others leave it.
   *
   * @throws NotEnoughMemory where it can never be had
   * @throws TrialCancelled where the watch asks for it
   */
  Share take(TrialMemory trial, TrialWatch watch) {
    trial
        .problem(whole)
        .map(Problem::message)
        .ifPresent(
            sentence -> {
              throw new NotEnoughMemory(sentence);
            });
    Memory need = trial.of(1);
    reserve(need, watch);
    try {
      requireLeft(whole.arrays() == Long.MAX_VALUE ? need.heap() : need.bytes());
    } catch (NotEnoughMemory others) {
      giveBack(need);
      throw others;
    }
    return () -> giveBack(need);
  }

  private synchronized void reserve(Memory need, TrialWatch watch) {
    while (!free.holds(need)) {
      watch.progress(WAITING, 0);
      if (watch.cancelled()) {
        throw new TrialCancelled();
      }
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new TrialCancelled();
      }
    }
    free = free.minus(need);
  }

  /** What there is, taken or not. */
  public Memory whole() {
    return whole;
  }

  /** What trials have taken of it. */
  public synchronized Memory taken() {
    return whole.minus(free);
  }

  private static void requireLeft(long bytes) {
    long left = FindMemory.left();
    if (bytes > left) {
      throw new NotEnoughMemory(
          "The trial needs about %,d MB of memory, and other programs leave %,d MB on this machine: free some, then retry."
              .formatted(bytes / 1_000_000, left / 1_000_000));
    }
  }

  private synchronized void giveBack(Memory need) {
    free = free.plus(need);
    notifyAll();
  }

  /** What a trial has until it ends. */
  @FunctionalInterface
  interface Share extends AutoCloseable {
    @Override
    void close();
  }
}
