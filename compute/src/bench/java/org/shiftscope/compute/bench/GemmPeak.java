package org.shiftscope.compute.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The most float32 operations a second on one thread: a large square product by ND4J's OpenBLAS and
 * by its oneDNN, the better of the two.
 */
final class GemmPeak {

  private static final int SIZE = 1536;
  private static final int REPETITIONS = 6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GemmPeak() {}

  /** Operations (two for each multiply-add) a second, the best of several products. */
  static double measure() {
    try (INDArray a = Nd4j.rand(DataType.FLOAT, SIZE, SIZE);
        INDArray b = Nd4j.rand(DataType.FLOAT, SIZE, SIZE);
        INDArray c = Nd4j.create(DataType.FLOAT, SIZE, SIZE)) {
      FloatPointer left = new FloatPointer(a.data().addressPointer());
      FloatPointer right = new FloatPointer(b.data().addressPointer());
      FloatPointer into = new FloatPointer(c.data().addressPointer());
      DynamicCustomOp matmul =
          DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(c).build();
      double best =
          Math.min(
              best(() -> Nd4j.exec(matmul)),
              best(
                  () ->
                      openblas.cblas_sgemm(
                          openblas.CblasRowMajor,
                          openblas.CblasNoTrans,
                          openblas.CblasNoTrans,
                          SIZE,
                          SIZE,
                          SIZE,
                          1,
                          left,
                          SIZE,
                          right,
                          SIZE,
                          0,
                          into,
                          SIZE)));
      return 2.0 * SIZE * SIZE * SIZE / best;
    }
  }

  /** Processor seconds of the fastest run. */
  private static double best(Runnable product) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPETITIONS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      product.run();
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) * 1e-9);
    }
    return best;
  }
}
