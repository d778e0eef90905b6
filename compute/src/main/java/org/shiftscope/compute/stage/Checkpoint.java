package org.shiftscope.compute.stage;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A checkpoint: how far a trial is in its row of stages.
 *
 * <p>(1) A stamp of the form. (2) The {@link Origin}. (3) The stages in their order, each with its
 * name, whether it ended, a stamp of the records of its content, and that: the results of those
 * that ended, and the state of one that has not. (4) An empty name. (5) A checksum over all of it.
 * Another version of Shiftscope, another spec or other records leave a checkpoint alone: its trial
 * starts from the beginning.
 *
 * @param origin what it is of
 * @param stages what is known of the stages entered so far
 */
record Checkpoint(Origin origin, List<Entered> stages) {

  /** To be raised where the same records come to mean something else. */
  private static final int VERSION = 2;

  static final long STAMP = (long) VERSION << 32 | RecordBytes.stamp(Origin.class);

  /**
   * A stage that was entered.
   *
   * @param name the stage's
   * @param ended whether the content is its result, and not its state
   * @param type what the content is declared as
   */
  record Entered(String name, boolean ended, Class<?> type, Object content) {}

  /** Writes it, and leaves the stream open. Arrays are not modified. */
  void writeTo(OutputStream out) throws IOException {
    var checked = new CheckedOutputStream(new BufferedOutputStream(out, 1 << 16), new CRC32C());
    var data = new DataOutputStream(checked);
    data.writeLong(STAMP);
    RecordBytes.write(data, Origin.class, origin);
    for (Entered stage : stages) {
      data.writeUTF(stage.name());
      data.writeBoolean(stage.ended());
      data.writeLong(RecordBytes.stamp(stage.type()));
      RecordBytes.write(data, stage.type(), stage.content());
    }
    data.writeUTF("");
    data.writeLong(checked.getChecksum().getValue());
    data.flush();
  }

  /**
   * Checks the bytes of one against its checksum.
   *
   * @return how many there are before it
   * @throws IOException where they are damaged, or cannot be read
   */
  static long checkedLength(InputStream in) throws IOException {
    var checksum = new CRC32C();
    byte[] buffer = new byte[1 << 16];
    int held = 0;
    long length = 0;
    for (int read = in.read(buffer);
        read >= 0;
        read = in.read(buffer, held, buffer.length - held)) {
      // The last eight that came so far may be the checksum.
      int before = Math.max(0, held + read - Long.BYTES);
      checksum.update(buffer, 0, before);
      length += before;
      held += read - before;
      System.arraycopy(buffer, before, buffer, 0, held);
    }
    if (held < Long.BYTES || ByteBuffer.wrap(buffer).getLong() != checksum.getValue()) {
      throw new IOException("A checkpoint is damaged: its checksum is wrong.");
    }
    return length;
  }
}
