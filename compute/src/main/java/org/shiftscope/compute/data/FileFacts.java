package org.shiftscope.compute.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What is checked of a file before a trial reads it. Files that end in {@code .gz} are unpacked for
 * it, and files with classes are read whole; what was found is kept until a file's size or its time
 * of change is another.
 *
 * @param head its first 16 bytes, or all of them where there are fewer
 * @param bytes its length, unpacked
 * @param largestClass the largest of its classes, from 0 to 255; 0 where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FileFacts(byte[] head, long bytes, int largestClass) {

  private static final int HEAD = 16;
  private static final int AT_ONCE = 1 << 16;
  private static final Map<Path, Known> KNOWN = new ConcurrentHashMap<>();

  /**
   * Looks at a file.
   *
   * @throws DatasetUnavailable where it cannot be read or unpacked
   */
  static FileFacts of(Path file, Classes classes) {
    FileState state = FileState.of(file);
    Known known = KNOWN.get(file);
    if (known == null || !known.state.equals(state) || !known.classes.equals(classes)) {
      known = new Known(state, classes, look(file, state, classes));
      KNOWN.put(file, known);
    }
    return known.facts;
  }

  /** Opens a file, unpacked where its name ends in {@code .gz}. */
  static InputStream open(Path file) throws IOException {
    InputStream plain = Files.newInputStream(file);
    return packed(file) ? new GZIPInputStream(plain, AT_ONCE) : plain;
  }

  /** That a file cannot be read, as a person is told it. */
  static DatasetUnavailable unreadable(Path file, IOException why) {
    return new DatasetUnavailable(
        switch (why) {
          case EOFException _ -> file + " is truncated: its packed data end early. Fetch it again.";
          case ZipException _ ->
              file + " is no gzip file, or damaged (" + why.getMessage() + "). Fetch it again.";
          default -> file + " cannot be read (" + why.getMessage() + ").";
        },
        why);
  }

  private static FileFacts look(Path file, FileState state, Classes classes) {
    try (InputStream input = open(file)) {
      byte[] head = input.readNBytes(HEAD);
      if (!packed(file) && classes.equals(Classes.NONE)) {
        return new FileFacts(head, state.size(), 0);
      }
      return readOn(input, head, classes);
    } catch (IOException refused) {
      throw unreadable(file, refused);
    }
  }

  private static FileFacts readOn(InputStream input, byte[] head, Classes classes)
      throws IOException {
    int largest = classes.largest(head, head.length, 0);
    long bytes = head.length;
    byte[] block = new byte[AT_ONCE];
    for (int read = input.read(block); read > 0; read = input.read(block)) {
      largest = Math.max(largest, classes.largest(block, read, bytes));
      bytes += read;
    }
    return new FileFacts(head, bytes, largest);
  }

  private static boolean packed(Path file) {
    return file.toString().endsWith(".gz");
  }

  /** The big-endian integer at a place in the head, which must be long enough. */
  int integer(int at) {
    return ByteBuffer.wrap(Arrays.copyOf(head, HEAD)).getInt(at);
  }

  /**
   * Where in a file its classes are.
   *
   * @param first place of the first
   * @param stride bytes from one to the next; 0 where there are none
   */
  record Classes(long first, int stride) {

    static final Classes NONE = new Classes(0, 0);

    /** The largest class among bytes that start at a place in the file. */
    int largest(byte[] block, int length, long start) {
      int largest = 0;
      if (stride > 0) {
        long next = start <= first ? first : first + Math.ceilDiv(start - first, stride) * stride;
        for (long at = next; at < start + length; at += stride) {
          largest = Math.max(largest, block[(int) (at - start)] & 0xff);
        }
      }
      return largest;
    }
  }

  private record Known(FileState state, Classes classes, FileFacts facts) {}
}
