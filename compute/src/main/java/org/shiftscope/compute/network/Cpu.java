package org.shiftscope.compute.network;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The device: ND4J on the CPU, one thread for each operation. Trials run side by side instead: that
 * is twice as fast on two cores where two threads for one trial are not, and the numbers of a trial
 * depend on the count of threads.
 */
public final class Cpu {

  /** Threads that an operation uses. */
  public static final int THREADS = 1;

  /** The device's name in results and lanes. */
  public static final String NAME = "cpu";

  private static final Operations OPERATIONS = new NativeOperations();

  private Cpu() {}

  /**
   * Loads ND4J (a second or two the first time in a process; more where its binaries must be
   * unpacked) and sets it up.
   */
  public static void start() {
    Started.NOW.run();
  }

  /** What networks are made of here, started. */
  static Operations operations() {
    start();
    return OPERATIONS;
  }

  /** Runs its initializer once, when first used. */
  private static final class Started {
    static final Runnable NOW = setUp();

    private static Runnable setUp() {
      OpenBlasKernels.choose();
      Nd4j.create(1).close();
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
      openblas.blas_set_num_threads(THREADS);
      // All large arrays are closed by hand.
      Nd4j.getMemoryManager().togglePeriodicGc(false);
      return () -> {};
    }
  }
}
