package org.shiftscope.storage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Offers how the term of a search that somebody types may go on: fields first, then values. */
public final class CompleteSearch {

  /** More are no help. */
  private static final int MOST = 12;

  private static final Pattern TERM =
      Pattern.compile("-?(?:([A-Za-z][A-Za-z-]*)(:|<=|>=|<|>|=))?((?:[^\\s,\"]*,)*)([^\\s,\"]*)$");

  private CompleteSearch() {}

  /**
   * One way to go on.
   *
   * @param text what stands in place of what was typed since {@code from}
   * @param from where it begins in the search, counted from 0
   * @param explanation what it means
   */
  public record Completion(String text, int from, String explanation) {}

  /**
   * How the term before the caret may go on; none within quotation marks.
   *
   * @param caret how many characters stand before it
   * @param tags those that there are, the most used first
   */
  public static List<Completion> at(String search, int caret, Collection<String> tags) {
    String before = search.substring(0, Math.clamp(caret, 0, search.length()));
    if (before.chars().filter(letter -> letter == '"').count() % 2 == 1) {
      return List.of();
    }
    int start = before.lastIndexOf(' ') + 1;
    Matcher term = TERM.matcher(before.substring(start));
    if (!term.matches()) {
      return List.of();
    }
    String typed = term.group(4);
    int from = before.length() - typed.length();
    return term.group(1) == null
        ? fields(typed, from)
        : SearchField.find(term.group(1).toLowerCase(Locale.ROOT))
            .map(field -> values(field, typed, from, tags))
            .orElse(List.of());
  }

  private static List<Completion> fields(String typed, int from) {
    return SearchField.ALL.stream()
        .filter(field -> field.name().startsWith(typed.toLowerCase(Locale.ROOT)))
        .map(
            field ->
                new Completion(
                    field.name() + (field.isOrdered() ? ">" : ":"), from, field.explanation()))
        .limit(MOST)
        .toList();
  }

  private static List<Completion> values(
      SearchField field, String typed, int from, Collection<String> tags) {
    Stream<String> all =
        field.type() == SearchField.Type.TAG ? tags.stream() : field.values().stream();
    String begun = typed.toLowerCase(Locale.ROOT);
    return all.filter(value -> value.contains(begun) && !value.equals(begun))
        .map(value -> new Completion(value, from, ""))
        .limit(MOST)
        .toList();
  }
}
