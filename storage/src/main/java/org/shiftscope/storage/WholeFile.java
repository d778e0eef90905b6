package org.shiftscope.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file as a whole.
 *
 * @param size its bytes
 * @param checksum their CRC-32C
 */
record WholeFile(long size, long checksum) {

  private static final int PART = 1 << 20;

  /** Reads a file. Nobody may have it open: closing it gives this process's locks on it back. */
  static WholeFile at(Path file) throws IOException {
    var checksum = new CRC32C();
    ByteBuffer part = ByteBuffer.allocateDirect(PART);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(part) >= 0) {
        checksum.update(part.flip());
        part.clear();
      }
      return new WholeFile(channel.size(), checksum.getValue());
    }
  }
}
