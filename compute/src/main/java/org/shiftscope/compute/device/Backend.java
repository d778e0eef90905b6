package org.shiftscope.compute.device;

/** The kinds of device that ND4J computes on; one in a process. */
public enum Backend {
  /** The processor. */
  CPU,
  /** NVIDIA's cards. */
  CUDA
}
