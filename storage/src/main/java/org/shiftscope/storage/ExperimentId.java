package org.shiftscope.storage;

import java.util.Optional;

/**
 * The identity of an experiment.
 *
 * @param value 12 lower-case letters and digits, safe in addresses
 */
public record ExperimentId(String value) {

  public ExperimentId {
    if (!value.matches("[a-z0-9]{12}")) {
      throw new IllegalArgumentException(
          "An experiment's id has 12 lower-case letters and digits, not " + value);
    }
  }

  /** The id that a person or a request wrote; empty where it can be none. */
  public static Optional<ExperimentId> parse(String text) {
    try {
      return Optional.of(new ExperimentId(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
