package org.shiftscope.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Variants;

/**
 * A field of the search language.
 *
 * @param name as it is typed
 * @param type what may stand behind it
 * @param values the words that may, of a {@link Type#CHOICE}; else empty
 * @param explanation what it is, for a person
 */
public record SearchField(String name, Type type, List<String> values, String explanation) {

  /** What may stand behind a field. */
  public enum Type {
    /** A part of a text, whatever it is. */
    TEXT,
    /** One of the tags. */
    TAG,
    /** One of its values. */
    CHOICE,
    /** A day, a month or a year of UTC, to be compared with. */
    DATE,
    /** A number to be compared with. */
    NUMBER
  }

  static final SearchField NAME = text("name", "A part of the title");
  static final SearchField NOTE = text("note", "A part of the note");
  static final SearchField ID = text("id", "The beginning of the id");
  static final SearchField TAG =
      new SearchField("tag", Type.TAG, List.of(), "A tag, the whole of it");
  static final SearchField STATE =
      choice("state", ids(ExperimentState.values()), "Where it stands");
  static final SearchField KIND = choice("kind", ExperimentSpec.kinds(), "The kind of experiment");
  static final SearchField DATASET =
      choice("dataset", ids(DatasetName.values()), "The dataset that is trained on");
  static final SearchField NETWORK =
      choice("network", Variants.of(NetworkSpec.class).ids(), "The network that is trained");
  static final SearchField OUTCOME =
      choice("outcome", ids(Outcome.values()), "What at least one trial came to");
  static final SearchField TREND =
      choice("trend", ids(Direction.values()), "Where the test curvature goes as T rises");
  static final SearchField IS =
      choice(
          "is",
          List.of("favourite", "active", "archived", "deleted"),
          "A favourite; or in the list (active), the archive or the bin");
  static final SearchField CREATED = date("created", "When it was submitted");
  static final SearchField ENDED = date("ended", "When its last trial ended");
  static final SearchField TRIALS = number("trials", "How many trials it has");
  static final SearchField CURVATURE =
      number("curvature", "Mean test curvature over the trials that count");
  static final SearchField EXCESS =
      number("excess", "Mean excess test loss over the trials that count, in nats");
  static final SearchField TAU = number("tau", "Kendall's τ of test curvature and T, −1 to 1");

  /** Found over its results, and kept with it once it has ended. */
  static final List<SearchField> FOUND = List.of(CURVATURE, EXCESS, TAU, TREND);

  /** How many trials came to each outcome. */
  static final List<SearchField> OUTCOMES =
      Arrays.stream(Outcome.values())
          .map(
              outcome ->
                  number(
                      outcome.id(),
                      "How many trials came to: "
                          + outcome.title().toLowerCase(java.util.Locale.ROOT)))
          .toList();

  static final SearchField HAS =
      choice(
          "has",
          Stream.concat(Stream.of("note", "tag"), FOUND.stream().map(SearchField::name)).toList(),
          "Whether it has a note, a tag, or numbers of its findings, which it has once it ended");

  /** All, as a person is offered them. */
  public static final List<SearchField> ALL =
      Stream.concat(
              Stream.of(
                  NAME, TAG, STATE, KIND, DATASET, NETWORK, CREATED, ENDED, IS, CURVATURE, EXCESS,
                  TAU, TREND, OUTCOME, TRIALS),
              Stream.concat(OUTCOMES.stream(), Stream.of(NOTE, HAS, ID)))
          .toList();

  public SearchField {
    values = List.copyOf(values);
  }

  /** The field with a name. */
  static Optional<SearchField> find(String name) {
    return ALL.stream().filter(field -> field.name.equals(name)).findFirst();
  }

  /** Whether it is compared with, by more than a colon. */
  public boolean isOrdered() {
    return type == Type.NUMBER || type == Type.DATE;
  }

  private static SearchField text(String name, String explanation) {
    return new SearchField(name, Type.TEXT, List.of(), explanation);
  }

  private static SearchField choice(String name, List<String> values, String explanation) {
    return new SearchField(name, Type.CHOICE, values, explanation);
  }

  private static SearchField date(String name, String explanation) {
    return new SearchField(name, Type.DATE, List.of(), explanation);
  }

  private static SearchField number(String name, String explanation) {
    return new SearchField(name, Type.NUMBER, List.of(), explanation);
  }

  private static List<String> ids(Named[] constants) {
    return Arrays.stream(constants).map(Named::id).toList();
  }
}
