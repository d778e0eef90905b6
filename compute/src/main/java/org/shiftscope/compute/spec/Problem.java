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
    String subject = field.isEmpty() ? "The spec" : field;
    return subject + " " + law + (value.isEmpty() ? "." : "; it is " + value + ".");
  }

  /** The same of a part: its path goes on from the parent's, which may be empty. */
  Problem under(String parent) {
    boolean goesOn = parent.isEmpty() || field.isEmpty() || field.startsWith("[");
    return new Problem(parent + (goesOn ? "" : ".") + field, law, value);
  }
}
