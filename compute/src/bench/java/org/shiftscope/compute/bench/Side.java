package org.shiftscope.compute.bench;

/** One side of the comparison. Only one side runs at a time. */
interface Side {

  /**
   * Makes a network and its data.
   *
   * @return its number of parameters
   */
  long open(Workload workload);

  /** Takes training steps. */
  Times run(Workload workload, int steps);

  /** Gives the network's memory back. */
  void close(Workload workload);
}
