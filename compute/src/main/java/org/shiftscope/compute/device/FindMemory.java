package org.shiftscope.compute.device;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shiftscope.compute.estimate.Memory;

/** The one place that finds out how much memory there is, in the machine or its container. */
public final class FindMemory {

  /** The part of the heap, and of the machine, that is left to all but trials. */
  private static final int OWN_PART = 8;

  private static final Path LINUX = Path.of("/proc/meminfo");

  private FindMemory() {}

  /**
   * What this process may give trials at all: most of its heap, and what the machine has beside the
   * heap. JavaCPP's own limits are none for ND4J, whose arrays it does not count.
   *
   * @param device what trials run on: how much a card has for arrays is not known
   */
  public static Memory on(Device device) {
    long heap = Runtime.getRuntime().maxMemory();
    long beside = Math.max(0, machine() - machine() / OWN_PART - heap);
    return new Memory(heap - heap / OWN_PART, device.isCard() ? Long.MAX_VALUE : beside);
  }

  /** Bytes of the machine, or of the container where that has a limit. */
  private static long machine() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  /**
   * Bytes that this process can still take beside all other programs on the machine, as Linux
   * reckons: free memory, and files that it would forget. Elsewhere it is not known, and all that
   * can be.
   */
  public static long left() {
    Runtime java = Runtime.getRuntime();
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
          .map(available -> available + java.freeMemory())
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException notLinux) {
      return Long.MAX_VALUE;
    }
  }
}
