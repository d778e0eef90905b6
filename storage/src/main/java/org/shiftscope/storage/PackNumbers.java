package org.shiftscope.storage;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** Numbers as a deflated array of big-endian doubles: all their bits in little room. */
final class PackNumbers {

  private PackNumbers() {}

  /** Packs numbers, which are not modified. */
  static byte[] pack(double[] numbers) {
    ByteBuffer plain = ByteBuffer.allocate(numbers.length * Double.BYTES);
    plain.asDoubleBuffer().put(numbers);
    return DeflateBytes.deflate(plain.array(), Deflater.DEFAULT_COMPRESSION);
  }

  /** Unpacks {@code size} numbers. */
  static double[] unpack(byte[] packed, int size) {
    double[] numbers = new double[size];
    ByteBuffer.wrap(DeflateBytes.inflate(packed, size * Double.BYTES))
        .asDoubleBuffer()
        .get(numbers);
    return numbers;
  }
}
