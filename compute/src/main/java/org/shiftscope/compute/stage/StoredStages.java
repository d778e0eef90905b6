package org.shiftscope.compute.stage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages of a trial's newest checkpoint, read one after another as the trial comes to them.
 * What cannot be used is left alone, and the trial computes it anew.
 */
final class StoredStages implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoredStages.class);

  private final DataInputStream in;
  private final Counted counted;

  /** The next stage there is, "" after the last. */
  private String next = "";

  private boolean nextEnded;

  private StoredStages(InputStream in, long length) {
    counted = new Counted(in, length);
    this.in = new DataInputStream(counted);
  }

  static StoredStages newest(TrialCheckpoints checkpoints, Origin origin) {
    var nothing = new StoredStages(InputStream.nullInputStream(), 0);
    try {
      // Nothing is believed before all of it has its checksum: so it is read twice.
      Optional<Long> length = checkedLength(checkpoints);
      Optional<InputStream> whole = length.isPresent() ? checkpoints.newest() : Optional.empty();
      if (whole.isEmpty()) {
        return nothing;
      }
      var stored =
          new StoredStages(new BufferedInputStream(whole.get(), 1 << 16), length.orElseThrow());
      return stored.isOf(origin) ? stored : nothing;
    } catch (IOException damaged) {
      LOG.warn("A checkpoint cannot be used, so its trial starts from the beginning.", damaged);
      return nothing;
    }
  }

  private static Optional<Long> checkedLength(TrialCheckpoints checkpoints) throws IOException {
    Optional<InputStream> whole = checkpoints.newest();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = whole.get()) {
      return Optional.of(Checkpoint.checkedLength(in));
    }
  }

  private boolean isOf(Origin expected) throws IOException {
    if (in.readLong() != Checkpoint.STAMP) {
      LOG.info(
          "A checkpoint of another version is left alone: its trial starts from the beginning.");
      close();
      return false;
    }
    Origin origin = (Origin) read(Origin.class);
    if (!expected.continues(origin)) {
      LOG.info(
          "A checkpoint is left alone, and its trial starts from the beginning: it {}.",
          expected.refuse(origin));
      close();
      return false;
    }
    advance();
    LOG.info("A trial goes on from its checkpoint.");
    if (!origin.equals(expected) && expected.execution().wentOnFrom(origin.execution())) {
      LOG.warn(
          "It was computed on {}, and goes on here: its last bits are those of neither.",
          origin.execution());
    }
    return true;
  }

  /** The result of a stage that had ended. */
  <R> Optional<R> ended(String stage, Class<R> type) {
    return next.equals(stage) && nextEnded ? content(type) : Optional.empty();
  }

  /** The state of a stage that had begun. */
  <S> Optional<S> within(String stage, Class<S> type) {
    return next.equals(stage) && !nextEnded ? content(type) : Optional.empty();
  }

  private <T> Optional<T> content(Class<T> type) {
    try {
      if (in.readLong() != RecordBytes.stamp(type)) {
        throw new IOException("Its records are not those of this version.");
      }
      T content = type.cast(read(type));
      advance();
      return Optional.of(content);
    } catch (IOException unusable) {
      LOG.warn("The rest of a checkpoint cannot be used, and is computed anew.", unusable);
      close();
      return Optional.empty();
    }
  }

  private Object read(Type type) throws IOException {
    return RecordBytes.read(in, () -> counted.left, type);
  }

  private void advance() throws IOException {
    next = in.readUTF();
    if (next.isEmpty()) {
      close();
    } else {
      nextEnded = in.readBoolean();
    }
  }

  @Override
  public void close() {
    next = "";
    try {
      in.close();
    } catch (IOException harmless) {
      LOG.debug("A checkpoint that was read is not closed.", harmless);
    }
  }

  /** Counts the bytes that are left. */
  private static final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      left -= Math.max(0, read);
      return read;
    }
  }
}
