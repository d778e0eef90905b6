package org.shiftscope.compute.network.kernel;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
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
    int order = openblas.CblasRowMajor;
    int turnA = transposeA ? openblas.CblasTrans : openblas.CblasNoTrans;
    int turnB = transposeB ? openblas.CblasTrans : openblas.CblasNoTrans;
    int m = Math.toIntExact(result.size(0));
    int n = Math.toIntExact(result.size(1));
    int k = Math.toIntExact(a.size(transposeA ? 0 : 1));
    int rowA = Math.toIntExact(a.size(1));
    int rowB = Math.toIntExact(b.size(1));
    Pointer x = RawMemory.pointer(a);
    Pointer y = RawMemory.pointer(b);
    Pointer z = RawMemory.pointer(result);
    if (result.dataType() == DataType.FLOAT) {
      var fx = new FloatPointer(x);
      var fy = new FloatPointer(y);
      var fz = new FloatPointer(z);
      return () ->
          openblas.cblas_sgemm(order, turnA, turnB, m, n, k, 1, fx, rowA, fy, rowB, keep, fz, n);
    }
    var dx = new DoublePointer(x);
    var dy = new DoublePointer(y);
    var dz = new DoublePointer(z);
    return () ->
        openblas.cblas_dgemm(order, turnA, turnB, m, n, k, 1, dx, rowA, dy, rowB, keep, dz, n);
  }
}
