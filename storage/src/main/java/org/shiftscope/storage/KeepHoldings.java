package org.shiftscope.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps beside the database what it holds at least, so that one which lost something is known at
 * the next start. The file has two places, written in turn, each with its number and its checksum:
 * a crash in the middle of one leaves the other. Its lock keeps other servers out of the folder.
 */
final class KeepHoldings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeepHoldings.class);
  private static final String NAME = "shiftscope.holdings";

  /** Its number, what is held, the whole file's size and checksum, and the checksum of these. */
  private static final int PLACE = (Holdings.SIZE + 4) * Long.BYTES;

  private static final long NO_FILE = -1;

  private final FileChannel channel;
  private long written;
  private @Nullable Kept last;
  private Holdings next = Holdings.NOTHING;

  private KeepHoldings(FileChannel channel) throws IOException {
    this.channel = channel;
    for (int place = 0; place < 2; place++) {
      read(place);
    }
  }

  /**
   * What was written last.
   *
   * @param holdings what the database holds at least
   * @param whole the database's file, where it was closed in order after that
   */
  record Kept(Holdings holdings, Optional<WholeFile> whole) {}

  /**
   * Locks a folder and reads its file, which is made where there is none.
   *
   * @throws StorageUnavailable where another server has it
   */
  static KeepHoldings of(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (locked(channel) == null) {
        throw SayWhyUnavailable.inUse(home, null);
      }
      return new KeepHoldings(channel);
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  private void read(int place) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PLACE);
    if (channel.read(bytes, (long) place * PLACE) < PLACE) {
      return;
    }
    long checksum = bytes.getLong(PLACE - Long.BYTES);
    if (checksum != checksum(bytes) || bytes.getLong(0) <= written) {
      return;
    }
    bytes.flip();
    written = bytes.getLong();
    long lastEvent = bytes.getLong();
    var holdings =
        new Holdings(lastEvent, Stream.generate(bytes::getLong).limit(Holdings.SIZE - 1).toList());
    long size = bytes.getLong();
    Optional<WholeFile> whole =
        size == NO_FILE ? Optional.empty() : Optional.of(new WholeFile(size, bytes.getLong()));
    last = new Kept(holdings, whole);
  }

  /** What the last server left; empty where none of this version was in the folder. */
  synchronized Optional<Kept> last() {
    return Optional.ofNullable(last);
  }

  /** At the start, after the database was looked at. */
  synchronized void start(Holdings found) {
    write(new Kept(found, Optional.empty()));
    force();
  }

  /** Before a change is committed, after which the database may hold less than before. */
  synchronized void before(Change change) {
    Holdings kept = last == null ? Holdings.NOTHING : last.holdings();
    Holdings after = kept.after(change);
    next = after;
    Holdings least = kept.least(after);
    if (!least.equals(kept)) {
      write(new Kept(least, Optional.empty()));
    }
  }

  /** After that commit. */
  synchronized void after() {
    try {
      write(new Kept(next, Optional.empty()));
    } catch (UncheckedIOException refused) { // what stands there is still held at least
      LOG.warn("What the database holds is not noted: {}", refused.getMessage());
    }
  }

  /** After the database was closed in order. */
  synchronized void closed(WholeFile whole) {
    if (last != null) {
      write(new Kept(last.holdings(), Optional.of(whole)));
      force();
    }
  }

  private void write(Kept kept) {
    ByteBuffer bytes = ByteBuffer.allocate(PLACE);
    Holdings holdings = kept.holdings();
    bytes.putLong(++written);
    bytes.putLong(holdings.lastEvent());
    holdings.rows().forEach(bytes::putLong);
    bytes.putLong(kept.whole().map(WholeFile::size).orElse(NO_FILE));
    bytes.putLong(kept.whole().map(WholeFile::checksum).orElse(0L));
    bytes.putLong(checksum(bytes)).flip();
    try {
      channel.write(bytes, written % 2 * PLACE);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    last = kept;
  }

  /** Waits until what was written is on the disk itself. */
  void force() {
    try {
      channel.force(false);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static long checksum(ByteBuffer bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes.array(), 0, PLACE - Long.BYTES);
    return checksum.getValue();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException refused) {
      LOG.warn("The data folder's lock is not given back: {}", refused.getMessage());
    }
  }
}
