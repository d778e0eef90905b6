package org.shiftscope.storage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which experiments are looked for: those for which every term holds. What is in the archive or the
 * bin is only found by a term of {@code is:} that names where it may be. {@link ReadSearch} reads
 * one from text.
 *
 * @param terms in the order in which they are written
 */
public record Search(List<Term> terms) {

  /** All that are neither archived nor deleted. */
  public static final Search ALL = new Search(List.of());

  /** All that are deleted. */
  public static final Search BIN = ALL.and("is", List.of("deleted"));

  /** All that are archived. */
  public static final Search ARCHIVE = ALL.and("is", List.of("archived"));

  public Search {
    terms = List.copyOf(terms);
  }

  /** One thing that is asked for. */
  public sealed interface Term {

    /** Whether it must not hold. */
    boolean excluded();
  }

  /** A text in the title, the state, a tag, the id, or among the names and numbers of the spec. */
  record Words(boolean excluded, String text) implements Term {}

  /** A field that is one of some values. */
  record OneOf(boolean excluded, SearchField field, List<String> values) implements Term {}

  /** A number that compares so with another. */
  record Compared(boolean excluded, SearchField field, Comparison comparison, double number)
      implements Term {}

  /**
   * A time before, in or after a day, month or year of UTC.
   *
   * @param from its beginning
   * @param to its end, which is no part of it
   */
  record Dated(boolean excluded, SearchField field, Comparison comparison, Instant from, Instant to)
      implements Term {}

  /** How two numbers compare. */
  enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    IS("=");

    final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }
  }

  /** Those that have all of some words, which are taken as they are. */
  public static Search words(String text) {
    return new Search(
        Arrays.stream(text.split("\\s+"))
            .filter(word -> !word.isEmpty())
            .<Term>map(word -> new Words(false, word))
            .toList());
  }

  /**
   * The same, where a field also is one of some values.
   *
   * @param field the name of one that is no number and no date
   */
  public Search and(String field, Collection<String> values) {
    SearchField found =
        SearchField.find(field).orElseThrow(() -> new IllegalArgumentException(field));
    return and(new Search(List.of(new OneOf(false, found, List.copyOf(values)))));
  }

  /** The fields of findings that it compares with. */
  public List<String> numbers() {
    return terms.stream()
        .filter(term -> !term.excluded())
        .flatMap(
            term ->
                switch (term) {
                  case Compared compared -> Stream.of(compared.field());
                  case OneOf one -> Stream.of(one.field());
                  case Words _, Dated _ -> Stream.<SearchField>empty();
                })
        .filter(SearchField.FOUND::contains)
        .map(SearchField::name)
        .distinct()
        .toList();
  }

  /**
   * Those for which all else holds, and which have none of the numbers that are compared with: they
   * have not ended yet, or their kind does not measure them. Empty where none is compared with.
   */
  public Optional<Search> withoutNumbers() {
    List<String> numbers = numbers();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Stream<Term> others =
        terms.stream()
            .filter(
                term ->
                    !(term instanceof Compared compared
                            && numbers.contains(compared.field().name()))
                        && !(term instanceof OneOf one && numbers.contains(one.field().name())));
    return Optional.of(
        new Search(
            Stream.concat(others, Stream.of(new OneOf(true, SearchField.HAS, numbers))).toList()));
  }

  /** Those for which both hold. */
  public Search and(Search other) {
    return new Search(Stream.concat(terms.stream(), other.terms.stream()).toList());
  }
}
