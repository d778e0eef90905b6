package org.shiftscope.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Numbers as a deflated array of big-endian doubles: all their bits in little room. */
final class PackNumbers {

  private PackNumbers() {}

  /** Packs numbers, which are not modified. */
  static byte[] pack(double[] numbers) {
    ByteBuffer plain = ByteBuffer.allocate(numbers.length * Double.BYTES);
    plain.asDoubleBuffer().put(numbers);
    var packed = new ByteArrayOutputStream();
    try (var deflater = new Deflater()) {
      deflater.setInput(plain.array());
      deflater.finish();
      byte[] part = new byte[8192];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
    }
    return packed.toByteArray();
  }

  /** Unpacks {@code size} numbers. */
  static double[] unpack(byte[] packed, int size) {
    byte[] plain = new byte[size * Double.BYTES];
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      int read = 0;
      while (read < plain.length && !inflater.finished() && !inflater.needsInput()) {
        read += inflater.inflate(plain, read, plain.length - read);
      }
      if (read != plain.length) {
        throw new IllegalStateException("A curve has " + read + " bytes, not " + plain.length);
      }
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("A curve in the database is damaged.", damaged);
    }
    double[] numbers = new double[size];
    ByteBuffer.wrap(plain).asDoubleBuffer().get(numbers);
    return numbers;
  }
}
