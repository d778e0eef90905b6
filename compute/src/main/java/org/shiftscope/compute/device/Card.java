package org.shiftscope.compute.device;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A graphics card as its driver describes it.
 *
 * @param number its number, from 0, in the order of the bus
 * @param name {@code NVIDIA A100-SXM4-40GB}
 * @param capability what code it runs
 */
public record Card(int number, String name, Capability capability) {

  /** What nvidia-smi is asked, and the form of its answer: a line for each card. */
  public static final String QUERY = "--query-gpu=index,name,compute_cap";

  private static final Pattern LINE =
      Pattern.compile("(\\d{1,4}), *(.+?), *(\\d{1,4})\\.(\\d{1,4})\\s*");

  /** Reads a line of nvidia-smi's; empty where it describes no card. */
  static Optional<Card> read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Card(
            Integer.parseInt(parts.group(1)),
            parts.group(2),
            new Capability(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)))));
  }

  /**
   * A card's compute capability. ND4J 1.0.0-M2.1's CUDA binaries hold machine code for 3.7, 5.0,
   * 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, read from the library itself, and no PTX that a driver
   * could compile for others. Code runs on cards of the same major number and the same or a higher
   * minor one (CUDA C++ programming guide, "Binary compatibility").
   *
   * @param major 8 for an A100
   * @param minor 0 for an A100
   */
  public record Capability(int major, int minor) implements Comparable<Capability> {

    /** The lowest that ND4J's binaries run on. */
    static final Capability LOWEST = new Capability(3, 7);

    /** The highest that ND4J's binaries run on. */
    static final Capability HIGHEST = new Capability(8, 9);

    boolean runsNd4j() {
      return compareTo(LOWEST) >= 0 && compareTo(HIGHEST) <= 0;
    }

    @Override
    public int compareTo(Capability other) {
      return Comparator.comparingInt(Capability::major)
          .thenComparingInt(Capability::minor)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }
}
