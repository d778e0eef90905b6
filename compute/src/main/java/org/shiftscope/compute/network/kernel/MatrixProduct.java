package org.shiftscope.compute.network.kernel;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * result = a · b + β · result through ND4J's OpenBLAS, called directly: that costs a quarter of a
 * microsecond, where ND4J's own operation costs fifteen, as much as the products of a small network
 * take.
 *
 * @param a [m, k], or [k, m] where transposed; not modified
 * @param b [k, n], or [n, k] where transposed; not modified
 * @param keep β: 0 overwrites the result, 1 adds to it
 * @param result [m, n], modified
 */
record MatrixProduct(
    INDArray a, boolean transposeA, INDArray b, boolean transposeB, int keep, INDArray result) {

  MatrixProduct {
    long shared = a.size(transposeA ? 0 : 1);
    if (shared != b.size(transposeB ? 1 : 0)
        || result.size(0) != a.size(transposeA ? 1 : 0)
        || result.size(1) != b.size(transposeB ? 0 : 1)) {
      throw new IllegalArgumentException(
          "Shapes do not fit: " + a.shapeInfoToString() + b.shapeInfoToString());
    }
    for (INDArray matrix : new INDArray[] {a, b, result}) {
      RawMemory.requireRows(matrix);
    }
  }

  /** m · k · n. */
  long multiplyAdds() {
    return result.length() * a.size(transposeA ? 0 : 1);
  }

  /** The product on the arrays' addresses, which stay where they are. It keeps the arrays. */
  Runnable bind() {
    return new Bound(this, onAddresses());
  }

  /** Addresses alone would let the collector take the arrays. */
  private record Bound(MatrixProduct arrays, Runnable multiply) implements Runnable {
    @Override
    public void run() {
      multiply.run();
    }
  }

  private Runnable onAddresses() {
    int columns = Math.toIntExact(result.size(1));
    int rowsOfA = transposeA ? openblas.CblasTrans : openblas.CblasNoTrans;
    int rowsOfB = transposeB ? openblas.CblasTrans : openblas.CblasNoTrans;
    int m = Math.toIntExact(result.size(0));
    int k = Math.toIntExact(a.size(transposeA ? 0 : 1));
    int strideOfA = Math.toIntExact(a.size(1));
    int strideOfB = Math.toIntExact(b.size(1));
    if (result.dataType() == DataType.FLOAT) {
      FloatPointer left = new FloatPointer(RawMemory.pointer(a));
      FloatPointer right = new FloatPointer(RawMemory.pointer(b));
      FloatPointer into = new FloatPointer(RawMemory.pointer(result));
      return () ->
          openblas.cblas_sgemm(
              openblas.CblasRowMajor,
              rowsOfA,
              rowsOfB,
              m,
              columns,
              k,
              1,
              left,
              strideOfA,
              right,
              strideOfB,
              keep,
              into,
              columns);
    }
    DoublePointer left = new DoublePointer(RawMemory.pointer(a));
    DoublePointer right = new DoublePointer(RawMemory.pointer(b));
    DoublePointer into = new DoublePointer(RawMemory.pointer(result));
    return () ->
        openblas.cblas_dgemm(
            openblas.CblasRowMajor,
            rowsOfA,
            rowsOfB,
            m,
            columns,
            k,
            1,
            left,
            strideOfA,
            right,
            strideOfB,
            keep,
            into,
            columns);
  }
}
