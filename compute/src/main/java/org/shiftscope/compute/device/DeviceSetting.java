package org.shiftscope.compute.device;

/** What the server is asked to compute on. */
public enum DeviceSetting {
  /** Graphics cards where there are some that ND4J can use, the processor otherwise. */
  AUTO,
  /** The processor. */
  CPU,
  /** Graphics cards; without one that ND4J can use, the server does not start. */
  GPU
}
