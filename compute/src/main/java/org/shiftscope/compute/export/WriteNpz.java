package org.shiftscope.compute.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shiftscope.compute.network.NamedArray;

/**
 * NumPy's file of several arrays: a zip with one file {@code <name>.npy} for each (NumPy's format
 * 1.0, {@code numpy.lib.format}). A .npy file is the bytes 0x93 {@code NUMPY} 1 0, the length of
 * the header as a little-endian uint16, the header (a Python dictionary, filled up with spaces and
 * a newline until the numbers start at a multiple of 64), and the numbers, here little-endian
 * float64 in C order. The same arrays make the same bytes: no clock is in them.
 */
public final class WriteNpz {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int NUMBERS_AT_ONCE = 8_192;

  /** The first moment that a zip can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WriteNpz() {}

  /** Writes arrays, which are not modified, and leaves the stream open. */
  public static void write(List<NamedArray> arrays, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    for (NamedArray array : arrays) {
      zip.putNextEntry(entry(array));
      writeArray(zip, array);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /** Not compressed and with its size ahead, or readers as simple as C++'s cnpy find nothing. */
  private static ZipEntry entry(NamedArray array) throws IOException {
    var sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
    writeArray(sum, array);
    var entry = new ZipEntry(array.name() + ".npy");
    entry.setTimeLocal(NO_TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(header(array.shape()).length + (long) Double.BYTES * array.values().length);
    entry.setCrc(sum.getChecksum().getValue());
    return entry;
  }

  private static void writeArray(OutputStream out, NamedArray array) throws IOException {
    out.write(header(array.shape()));
    writeNumbers(out, array.values());
  }

  private static byte[] header(List<Integer> shape) {
    // One dimension needs its comma: (8,) is a tuple in Python, (8) is not.
    String dimensions =
        shape.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (shape.size() == 1 ? "," : "");
    String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + dimensions + "), }";
    int before = MAGIC.length + Short.BYTES;
    int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
    String padded = text + " ".repeat(length - text.length() - 1) + "\n";
    return ByteBuffer.allocate(before + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static void writeNumbers(OutputStream out, double[] numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(NUMBERS_AT_ONCE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < numbers.length; first += NUMBERS_AT_ONCE) {
      int count = Math.min(NUMBERS_AT_ONCE, numbers.length - first);
      bytes.asDoubleBuffer().put(numbers, first, count);
      out.write(bytes.array(), 0, count * Double.BYTES);
    }
  }
}
