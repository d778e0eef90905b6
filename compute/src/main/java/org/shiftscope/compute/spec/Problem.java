package org.shiftscope.compute.spec;

/**
 * One thing wrong with what a person asked for.
 *
 * @param field path of the field from the root of the spec, as in JSON: {@code sgd.batchSize},
 *     {@code temperatures[2]}
 * @param law what the field must satisfy, a phrase that follows the field's name: "must be a whole
 *     number from 1 to 100"
 * @param value the value given, as text; empty when there was none
 */
public record Problem(String field, String law, String value) {

  /** The whole as one sentence, for a person. */
  public String message() {
    return field + " " + law + (value.isEmpty() ? "." : "; it is " + value + ".");
  }

  Problem under(String parent) {
    String path =
        field.isEmpty() ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
    return new Problem(path, law, value);
  }
}
