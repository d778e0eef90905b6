package org.shiftscope.storage;

import java.util.List;

/** The back door: what a worker takes trials from. One trial is one unit of work. */
public interface TrialQueue {

  /**
   * Says which lanes this process has, before they are started. Trials that have not ended and are
   * in none of them are moved to one, where they start from the beginning: a result is of one
   * device. New trials take the lanes in turn. Without this, there is the lane {@code cpu}.
   *
   * @param lanes at least one
   */
  void serve(List<Lane> lanes);

  /**
   * Starts background threads that run trials until closed.
   *
   * @param lane the device's queue
   * @param work what runs a trial; called from the lane's threads, as many at once as the lane has
   *     slots
   */
  Running start(Lane lane, TrialWork work);

  /**
   * One queue for each device.
   *
   * @param device the device's short name, {@code cpu} or {@code gpu0}: lower-case letters and
   *     digits, at most 20
   * @param slots trials that run at the same time, 1 to 1,024
   */
  record Lane(String device, int slots) {
    public Lane {
      if (!device.matches("[a-z][a-z0-9]{0,19}") || slots < 1 || slots > 1_024) {
        throw new IllegalArgumentException("Not a lane: device " + device + ", slots " + slots);
      }
    }
  }

  /** Threads at work. */
  interface Running extends AutoCloseable {
    /**
     * Stops taking trials, asks running ones to stop, waits a few seconds and leaves them to the
     * next start.
     */
    @Override
    void close();
  }
}
