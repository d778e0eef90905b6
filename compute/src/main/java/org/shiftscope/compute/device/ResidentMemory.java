package org.shiftscope.compute.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the machine's memory this process holds: Java's heap, and beside it ND4J's arrays and
 * libraries, which Java does not count.
 */
public final class ResidentMemory {

  private static final Path LINUX = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** Bytes; 0 where the system does not say. */
  public static long bytes() {
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
