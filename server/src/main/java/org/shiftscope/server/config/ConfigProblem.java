package org.shiftscope.server.config;

/**
 * One thing wrong with the configuration.
 *
 * @param setting the setting's name, as its source writes it
 * @param source where it came from
 * @param law what it must satisfy: "must be a whole number from 0 to 65535"
 * @param value the value given
 */
public record ConfigProblem(String setting, String source, String law, String value) {

  /** The whole as one sentence, for a person. */
  public String message() {
    return setting + " " + law + "; it is " + shown() + " (" + source + ").";
  }

  private String shown() {
    return value.isBlank() ? "empty" : value;
  }
}
