package org.shiftscope.storage;

/** The back door: what a worker takes trials from. One trial is one unit of work. */
public interface TrialQueue {

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
   * @param device the device's name, {@code cpu}: lower-case letters and digits, at most 20
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
