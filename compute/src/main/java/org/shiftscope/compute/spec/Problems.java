package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one record, then refuses it with all of them at once. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  Problems require(boolean holds, String field, String law, Object value) {
    if (!holds) {
      found.add(new Problem(field, law, String.valueOf(value)));
    }
    return this;
  }

  Problems wholeNumber(String field, long value, long least, long most) {
    return require(
        value >= least && value <= most,
        field,
        "must be a whole number from " + least + " to " + most,
        value);
  }

  /** Refuses NaN as well: no comparison holds for it. */
  Problems number(String field, double value, double least, double most) {
    return require(
        value >= least && value <= most,
        field,
        "must be a number from " + plain(least) + " to " + plain(most),
        value);
  }

  /** The law of every kind's title, which must have been stripped. */
  Problems title(String title) {
    return require(
        !title.isEmpty() && title.length() <= 200, "title", "must have 1 to 200 characters", title);
  }

  void add(Problem problem) {
    found.add(problem);
  }

  void addAllUnder(String parent, List<Problem> nested) {
    nested.forEach(problem -> found.add(problem.under(parent)));
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSpec(found);
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
