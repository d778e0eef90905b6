package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the problems of one record, then refuses it with all of them at once. */
final class Problems {

  private static final int MOST_TOLD = 100;

  private final List<Problem> told = new ArrayList<>();
  private int more;

  /** The refusal of a value for one problem of its own. */
  static InvalidSpec one(String law, Object value) {
    return new Problems().require(false, "", law, value).refusal();
  }

  Problems require(boolean holds, String field, String law, Object value) {
    if (!holds) {
      add(new Problem(field, law, SayValue.of(value)));
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
        "must be a number from " + SayValue.bound(least) + " to " + SayValue.bound(most),
        value);
  }

  /** The law of every kind's title, which must have been stripped. */
  Problems title(String title) {
    return require(
        !title.isEmpty() && title.length() <= 200, "title", "must have 1 to 200 characters", title);
  }

  /** What could be built; the problems of what could not be are reported under a field. */
  <T> Optional<T> attempt(String field, Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (InvalidSpec invalid) {
      invalid.told().forEach(problem -> add(problem.under(field)));
      more += invalid.more();
      return Optional.empty();
    }
  }

  boolean any() {
    return !told.isEmpty();
  }

  void refuseIfAny() {
    if (any()) {
      throw refusal();
    }
  }

  InvalidSpec refusal() {
    return new InvalidSpec(told, more);
  }

  private void add(Problem problem) {
    if (told.size() < MOST_TOLD) {
      told.add(problem);
    } else {
      more++;
    }
  }
}
