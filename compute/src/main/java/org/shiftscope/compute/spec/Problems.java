package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the problems of one record, then refuses it with all of them at once. */
final class Problems {

  /** Characters of a title. */
  static final int LONGEST_TITLE = 200;

  private static final int MOST_TOLD = 100;

  /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
  private static final String BIDI =
      "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

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
        "must be a number from " + SayValue.of(least) + " to " + SayValue.of(most),
        value);
  }

  /** The law of {@link Within} on a component of the same name. */
  Problems within(Class<? extends Record> record, String field, double value) {
    return within(record, field, field, value);
  }

  /** The law of {@link Within} on a component. */
  Problems within(Class<? extends Record> record, String component, String field, double value) {
    Within law = law(record, component);
    return law.open()
        ? require(
            value >= law.least() && value < law.most(),
            field,
            "must be from " + SayValue.of(law.least()) + " to below " + SayValue.of(law.most()),
            value)
        : number(field, value, law.least(), law.most());
  }

  /** The law of {@link Within} on a component of the same name. */
  Problems within(Class<? extends Record> record, String field, long value) {
    return within(record, field, field, value);
  }

  /** The law of {@link Within} on a component. */
  Problems within(Class<? extends Record> record, String component, String field, long value) {
    Within law = law(record, component);
    return wholeNumber(field, value, (long) law.least(), (long) law.most());
  }

  private static Within law(Class<? extends Record> record, String component) {
    return RecordForm.of(record).component(component).within().orElseThrow();
  }

  /**
   * The law of {@link Items} on a component.
   *
   * @param law in words
   */
  Problems items(
      Class<? extends Record> record, String component, String field, List<?> values, String law) {
    Items items = RecordForm.of(record).component(component).items().orElseThrow();
    return require(
        values.size() >= items.least() && values.size() <= items.most(), field, law, values.size());
  }

  /** The law of every kind's title, which must have been stripped. */
  Problems title(String title) {
    return require(
            !title.isEmpty() && title.length() <= LONGEST_TITLE,
            "title",
            "must have 1 to " + LONGEST_TITLE + " characters",
            title)
        .visible("title", title);
  }

  /** Refuses what cannot be seen, kept or sent on: NUL is no text in PostgreSQL, for one. */
  Problems visible(String field, String text) {
    text.codePoints()
        .filter(Problems::invisible)
        .findFirst()
        .ifPresent(
            point ->
                require(
                    false,
                    field,
                    String.format(
                        Locale.ROOT,
                        "must hold no control characters, no marks that turn the direction of text"
                            + " and no halves of characters: remove U+%04X at character %d",
                        point,
                        text.codePoints().takeWhile(each -> !invisible(each)).count() + 1),
                    ""));
    return this;
  }

  private static boolean invisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.FORMAT -> BIDI.contains(Character.toString(point));
      default -> false;
    };
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

  /** Those so far, in order. */
  List<Problem> told() {
    return List.copyOf(told);
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

  void add(Problem problem) {
    if (told.size() < MOST_TOLD) {
      told.add(problem);
    } else {
      more++;
    }
  }
}
