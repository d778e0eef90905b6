package org.shiftscope.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the data folder where the server of this machine answers, while it does: what looks from
 * inside its container whether it lives ({@code HEALTHCHECK}) finds it there, wherever its port was
 * set.
 */
final class NoteAddress implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NoteAddress.class);
  private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

  private final Path file;

  /** Notes it; a folder that cannot be written is no reason not to serve. */
  NoteAddress(Path data, URI address) {
    this.file = data.resolve("serving-" + machine());
    try {
      Files.writeString(file, address + "\n");
    } catch (IOException refused) {
      LOG.warn("Where the server answers is not noted in {}: {}", file, refused.toString());
    }
  }

  private static String machine() {
    try {
      return Files.readString(NAME).strip();
    } catch (IOException notLinux) {
      return "here";
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      LOG.warn("{} stays: {}", file, refused.toString());
    }
  }
}
