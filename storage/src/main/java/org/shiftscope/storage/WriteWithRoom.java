package org.shiftscope.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes a large file, but stops before it fills the disk: the room that {@link KeepRoom} keeps is
 * the database's.
 */
final class WriteWithRoom extends FilterOutputStream {

  private static final long BETWEEN_LOOKS = 4L << 20;

  private final Path folder;
  private long untilLook;

  WriteWithRoom(Path folder, OutputStream out) {
    super(out);
    this.folder = folder;
  }

  @Override
  public void write(int b) throws IOException {
    look(1);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int first, int count) throws IOException {
    look(count);
    out.write(bytes, first, count);
  }

  private void look(int count) throws IOException {
    untilLook -= count;
    if (untilLook < 0) {
      untilLook = BETWEEN_LOOKS;
      if (KeepRoom.room(folder) < KeepRoom.LEAST_ROOM + 2 * BETWEEN_LOOKS) {
        throw new IOException("the disk is nearly full");
      }
    }
  }
}
