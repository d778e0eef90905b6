package org.shiftscope.storage;

import java.util.List;
import org.shiftscope.compute.result.Execution;

/** The back door: what a worker takes trials from. One trial is one unit of work. */
public interface TrialQueue {

  /**
   * Says which lanes this process has, before they are started: it is a worker then. Trials that
   * wait in lanes that no worker serves are moved to those that one does, where they start from the
   * beginning: a result is of one device. New trials take the lanes of all workers in turn. Without
   * a worker, there is the lane {@code cpu}.
   *
   * @param lanes at least one
   * @param on what the process computes on
   */
  void serve(List<Lane> lanes, Execution on);

  /** The identity of this process among the workers, another at each start. */
  String worker();

  /**
   * Starts background threads that run trials until closed.
   *
   * @param lane the device's queue
   * @param work what runs a trial; called from the lane's threads, as many at once as the lane has
   *     slots
   */
  Running start(Lane lane, TrialWork work);

  /** The lanes that this process serves and that are not at work, by their devices. */
  List<String> idle();

  /**
   * One queue for each device.
   *
   * @param device the device's short name, {@code cpu} or {@code gpu0}: lower-case letters and
   *     digits, at most 20
   * @param slots trials that run at the same time, 1 to 1,024
   * @param rules how long a trial may try
   */
  record Lane(String device, int slots, AttemptRules rules) {
    public Lane {
      if (!device.matches("[a-z][a-z0-9]{0,19}") || slots < 1 || slots > 1_024) {
        throw new IllegalArgumentException("Not a lane: device " + device + ", slots " + slots);
      }
    }

    /** With the usual rules. */
    public Lane(String device, int slots) {
      this(device, slots, AttemptRules.USUAL);
    }
  }

  /** Threads at work. */
  interface Running extends AutoCloseable {
    /**
     * Stops taking trials, asks running ones to keep a checkpoint and stop, waits a few seconds and
     * leaves them to the next start.
     */
    @Override
    void close();
  }
}
