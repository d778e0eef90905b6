package org.shiftscope.storage;

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

  @Override
  public String toString() {
    return value;
  }
}
