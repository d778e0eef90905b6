package org.shiftscope.storage.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file that is under its name only once the disk itself has all of it, and that nobody but
 * its owner reads.
 */
public final class WriteWhole {

  private static final String PREFIX = "shiftscope-";
  private static final String PART = ".zip.part";

  private WriteWhole() {}

  /** What writes it. */
  public interface Writing<T> {
    /** Writes into a file that is there, and empty. */
    T write(Path part) throws IOException;
  }

  /** Writes it; where that fails, nothing stays. */
  public static <T> T to(Path file, Writing<T> writing) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path part = Files.createTempFile(folder, PREFIX, PART);
    try {
      T written = writing.write(part);
      force(part, StandardOpenOption.WRITE);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder, StandardOpenOption.READ);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Deletes what a crash left in a folder. */
  public static void clearUnfinished(Path folder) throws IOException {
    for (Path file : ListFolder.of(folder, PREFIX + "*" + PART)) {
      Files.deleteIfExists(file);
    }
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
