package org.shiftscope.compute.export;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads back a file of one array with one dimension, as {@link WriteNpz} writes it. */
public final class ReadNpz {

  private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d{1,10}),\\)");

  /** Of a file in a zip: signature to lengths, with the lengths of name and extra field last. */
  private static final int LOCAL_HEADER = 30;

  private static final int MAGIC = 8;

  private ReadNpz() {}

  /**
   * The numbers of the first array, a fresh array.
   *
   * @throws IllegalArgumentException where the file is none of these
   */
  public static double[] vector(byte[] npz) {
    try {
      return numbers(ByteBuffer.wrap(npz).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
      throw new IllegalArgumentException("The file ends too early", cut);
    }
  }

  private static double[] numbers(ByteBuffer npz) {
    int array = LOCAL_HEADER + npz.getShort(26) + npz.getShort(28);
    int start = array + MAGIC + Short.BYTES;
    int length = npz.getShort(array + MAGIC);
    byte[] header = new byte[length];
    npz.get(start, header);
    String text = new String(header, StandardCharsets.US_ASCII);
    Matcher shape = SHAPE.matcher(text);
    if (!text.contains("'descr': '<f8'") || !shape.find()) {
      throw new IllegalArgumentException("The file has no vector of float64 numbers");
    }
    long size = Long.parseLong(shape.group(1));
    npz.position(start + length);
    if (npz.remaining() / Double.BYTES < size) {
      throw new IllegalArgumentException("The file ends too early");
    }
    double[] numbers = new double[(int) size];
    npz.asDoubleBuffer().get(numbers);
    return numbers;
  }
}
