package org.shiftscope.compute.bench;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The most float32 operations a second of ND4J's OpenBLAS on one thread: a large square product.
 */
final class GemmPeak {

  private static final int SIZE = 1536;
  private static final int REPETITIONS = 8;

  private GemmPeak() {}

  /** Operations (two for each multiply-add) a second, the best of several products. */
  static double measure() {
    try (FloatPointer a = random();
        FloatPointer b = random();
        FloatPointer c = random()) {
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < REPETITIONS; i++) {
        long start = System.nanoTime();
        openblas.cblas_sgemm(
            openblas.CblasRowMajor,
            openblas.CblasNoTrans,
            openblas.CblasNoTrans,
            SIZE,
            SIZE,
            SIZE,
            1,
            a,
            SIZE,
            b,
            SIZE,
            0,
            c,
            SIZE);
        best = Math.min(best, (System.nanoTime() - start) * 1e-9);
      }
      return 2.0 * SIZE * SIZE * SIZE / best;
    }
  }

  private static FloatPointer random() {
    FloatPointer pointer = new FloatPointer((long) SIZE * SIZE);
    for (long i = 0; i < (long) SIZE * SIZE; i++) {
      pointer.put(i, (float) Math.random());
    }
    return pointer;
  }
}
