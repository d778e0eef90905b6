package org.shiftscope.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Parameters in little room, with all their bits: a deflated array of big-endian numbers, float32
 * where that holds each of them exactly, as it does what SGD computed.
 *
 * @param size how many numbers
 * @param width bytes of each before they were packed: 4 or 8
 * @param bytes the packed numbers; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record PackedParameters(int size, int width, byte[] bytes) {

  /** Packs numbers, which are not modified. */
  static PackedParameters pack(double[] theta) {
    boolean single = Arrays.stream(theta).allMatch(value -> isFloat32(value));
    int width = single ? Float.BYTES : Double.BYTES;
    ByteBuffer plain = ByteBuffer.allocate(Math.multiplyExact(theta.length, width));
    for (double value : theta) {
      if (single) {
        plain.putFloat((float) value);
      } else {
        plain.putDouble(value);
      }
    }
    // Trained numbers hardly get smaller, however hard one tries.
    byte[] packed = DeflateBytes.deflate(plain.array(), Deflater.BEST_SPEED);
    return new PackedParameters(theta.length, width, packed);
  }

  private static boolean isFloat32(double value) {
    return Double.doubleToRawLongBits((float) value) == Double.doubleToRawLongBits(value);
  }

  /** Unpacks them: a fresh array. */
  double[] unpack() {
    ByteBuffer plain =
        ByteBuffer.wrap(DeflateBytes.inflate(bytes, Math.multiplyExact(size, width)));
    double[] theta = new double[size];
    Arrays.setAll(theta, i -> width == Float.BYTES ? plain.getFloat() : plain.getDouble());
    return theta;
  }
}
