package org.shiftscope.compute.device;

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
}
