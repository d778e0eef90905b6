package org.shiftscope.compute.device;

import java.util.Comparator;

/**
 * A card's compute capability. ND4J 1.0.0-M2.1's CUDA binaries hold machine code for 3.7, 5.0, 5.2,
 * 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, read from the library itself, and no PTX that a driver could
 * compile for others. Code runs on cards of the same major number and the same or a higher minor
 * one (CUDA C++ programming guide, "Binary compatibility").
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
