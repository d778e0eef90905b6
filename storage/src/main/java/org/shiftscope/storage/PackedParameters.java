package org.shiftscope.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

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
    return new PackedParameters(theta.length, width, deflate(plain.array()));
  }

  private static boolean isFloat32(double value) {
    return Double.doubleToRawLongBits((float) value) == Double.doubleToRawLongBits(value);
  }

  private static byte[] deflate(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    // Trained numbers hardly get smaller, however hard one tries.
    try (var deflater = new Deflater(Deflater.BEST_SPEED);
        var out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // memory does not fail so
    }
    return packed.toByteArray();
  }

  /** Unpacks them: a fresh array. */
  double[] unpack() {
    ByteBuffer plain = ByteBuffer.wrap(inflate());
    double[] theta = new double[size];
    Arrays.setAll(theta, i -> width == Float.BYTES ? plain.getFloat() : plain.getDouble());
    return theta;
  }

  private byte[] inflate() {
    byte[] plain = new byte[Math.multiplyExact(size, width)];
    try (var inflater = new Inflater()) {
      inflater.setInput(bytes);
      int read = 0;
      while (read < plain.length && !inflater.finished() && !inflater.needsInput()) {
        read += inflater.inflate(plain, read, plain.length - read);
      }
      if (read != plain.length) {
        throw new IllegalStateException("Parameters have " + read + " bytes, not " + plain.length);
      }
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("Parameters in the database are damaged.", damaged);
    }
    return plain;
  }
}
