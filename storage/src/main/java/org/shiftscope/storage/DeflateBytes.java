package org.shiftscope.storage;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes in less room. */
final class DeflateBytes {

  private DeflateBytes() {}

  /**
   * Deflates bytes, which are not modified.
   *
   * @param level a level of {@link Deflater}
   */
  static byte[] deflate(byte[] plain, int level) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new Deflater(level)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] part = new byte[8192];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
    }
    return packed.toByteArray();
  }

  /** Inflates to {@code size} bytes. */
  static byte[] inflate(byte[] packed, int size) {
    byte[] plain = new byte[size];
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      int read = 0;
      while (read < plain.length && !inflater.finished() && !inflater.needsInput()) {
        read += inflater.inflate(plain, read, plain.length - read);
      }
      if (read != plain.length) {
        throw new IllegalStateException("An array has " + read + " bytes, not " + plain.length);
      }
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("An array in the database is damaged.", damaged);
    }
    return plain;
  }
}
