package org.shiftscope.storage.backup;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A digest of the rows of a table in whatever order they come: the sum of the SHA-256 of each, cut
 * to 128 bits, with how many they are. Two databases sort text in different ways; their rows are
 * the same all the same.
 */
final class RowDigest {

  private final MessageDigest sha256 = Sha256.fresh();
  private long rows;
  private long high;
  private long low;

  /** Adds a row, as it stands in JSON. Not modified. */
  void add(byte[] line) {
    byte[] hash = sha256.digest(line);
    high += number(hash, 0);
    low += number(hash, Long.BYTES);
    rows++;
  }

  private static long number(byte[] hash, int first) {
    long number = 0;
    for (int i = first; i < first + Long.BYTES; i++) {
      number = number << Byte.SIZE | hash[i] & 0xff;
    }
    return number;
  }

  long rows() {
    return rows;
  }

  /** 32 hexadecimal digits. */
  String text() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
