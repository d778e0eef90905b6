package org.shiftscope.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The size of a zip's directory, by the records at its end: Java reads the directory whole before
 * it tells of an entry, so that its size has to be known before. Where several places look like
 * such a record, the largest size counts, since others may take another for the right one.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END_64 = 0x06064b50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipDirectory() {}

  /** Bytes that its directory takes by what it says; 0 for what is no zip. */
  static long size(Path zip) throws IOException {
    try (FileChannel file = FileChannel.open(zip)) {
      int length = (int) Math.min(file.size(), LONGEST_COMMENT + END_BYTES + LOCATOR_BYTES);
      ByteBuffer tail = read(file, file.size() - length, length);
      long largest = 0;
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          largest = Math.max(largest, size(file, tail, at));
        }
      }
      return largest;
    }
  }

  private static long size(FileChannel file, ByteBuffer tail, int end) throws IOException {
    long size = Integer.toUnsignedLong(tail.getInt(end + 12));
    int locator = end - LOCATOR_BYTES;
    if (locator < 0 || tail.getInt(locator) != LOCATOR) {
      return size;
    }
    long large = tail.getLong(locator + 8);
    if (large < 0 || large > file.size() - 56) {
      return size;
    }
    ByteBuffer end64 = read(file, large, 56);
    if (end64.getInt(0) != END_64) {
      return size;
    }
    // Beyond 32 bits the first is a sign that the second counts.
    return size == 0xFFFFFFFFL ? end64.getLong(40) : Math.max(size, end64.getLong(40));
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
    return bytes;
  }
}
