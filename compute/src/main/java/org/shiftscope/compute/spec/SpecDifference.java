package org.shiftscope.compute.spec;

/**
 * A field in which two specs differ.
 *
 * @param field its path from the root of the spec, as in JSON: {@code sgd.dynamics}
 * @param reference what it is in the first, for a person; "none" where it is left out
 * @param other what it is in the second
 * @param changesTrials whether a trial of equal T, seed and split may have other numbers by it; not
 *     by a field that chooses which trials there are, or what is measured beside the others
 */
public record SpecDifference(String field, String reference, String other, boolean changesTrials) {

  /** "sgd.dynamics: plain → momentum 0.9". */
  public String sentence() {
    return field + ": " + reference + " → " + other;
  }
}
