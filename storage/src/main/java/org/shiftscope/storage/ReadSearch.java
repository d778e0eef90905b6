package org.shiftscope.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Search.Comparison;
import org.shiftscope.storage.SearchField.Type;

/**
 * Reads the search language: terms with spaces between them, all of which must hold.
 *
 * <pre>
 *   term   = ["-"] (field | words)          a hyphen: it must not hold
 *   field  = name (":" | "=") value {"," value}     one of the values
 *          | name ("&lt;" | "&lt;=" | "&gt;" | "&gt;=") value    numbers and dates
 *   words  = "free words" | word
 *   value  = "with spaces" | without        a day is 2026-11-05, a month 2026-11, a year 2026
 * </pre>
 */
public final class ReadSearch {

  /** Characters. */
  public static final int LONGEST = 1_000;

  private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z-]*)(:|<=|>=|<|>|=)");
  private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  private final String text;
  private final String name;
  private final List<Search.Term> terms = new ArrayList<>();
  private int at;

  private ReadSearch(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * Reads a search.
   *
   * @param name what problems call it
   * @throws InvalidSpec with the place of what is wrong, counted from 1, and what is allowed there
   */
  public static Search of(String text, String name) {
    return new ReadSearch(text, name).read();
  }

  private Search read() {
    if (text.length() > LONGEST) {
      throw refusal("must have at most " + LONGEST + " characters", text.length() + " of them");
    }
    while (skipSpaces()) {
      terms.add(term());
    }
    return new Search(terms);
  }

  private boolean skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Search.Term term() {
    boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
    at += excluded ? 1 : 0;
    Matcher field = FIELD.matcher(text).region(at, text.length());
    if (field.lookingAt()) {
      return compared(excluded, field);
    }
    return new Search.Words(excluded, text.charAt(at) == '"' ? quoted() : until(" "));
  }

  private Search.Term compared(boolean excluded, Matcher typed) {
    int start = at;
    SearchField field =
        SearchField.find(typed.group(1).toLowerCase(Locale.ROOT))
            .orElseThrow(() -> unknown(typed, start));
    String sign = typed.group(2);
    at = typed.end();
    if (!field.isOrdered() && !sign.equals(":") && !sign.equals("=")) {
      throw refusal("must have a colon" + place(start) + ", behind " + field.name(), typed.group());
    }
    return switch (field.type()) {
      case NUMBER -> number(excluded, field, comparison(sign));
      case DATE -> date(excluded, field, comparison(sign));
      case TEXT, TAG, CHOICE -> new Search.OneOf(excluded, field, values(field));
    };
  }

  private static Comparison comparison(String sign) {
    for (Comparison each : Comparison.values()) {
      if (each.sign.equals(sign)) {
        return each;
      }
    }
    return Comparison.IS;
  }

  private Search.Term number(boolean excluded, SearchField field, Comparison comparison) {
    int start = at;
    String typed = until(" ");
    try {
      double number = Double.parseDouble(typed.replace('−', '-'));
      if (Double.isFinite(number) && !typed.matches(".*[dDfFxX].*")) {
        return new Search.Compared(excluded, field, comparison, number);
      }
    } catch (NumberFormatException none) {
      // Refused below, as are infinite ones.
    }
    throw refusal(
        "must have a number" + place(start) + ", such as " + field.name() + "<3", shown(typed));
  }

  private Search.Term date(boolean excluded, SearchField field, Comparison comparison) {
    int start = at;
    String typed = until(" ");
    Matcher day = DAY.matcher(typed);
    try {
      if (day.matches()) {
        LocalDate from = from(day);
        LocalDate to =
            day.group(3) != null
                ? from.plusDays(1)
                : day.group(2) != null ? from.plusMonths(1) : from.plusYears(1);
        return new Search.Dated(excluded, field, comparison, instant(from), instant(to));
      }
    } catch (DateTimeException none) {
      // Refused below.
    }
    throw refusal(
        "must have a day, a month or a year"
            + place(start)
            + ", such as 2026-11-05, 2026-11 or 2026",
        shown(typed));
  }

  private static LocalDate from(Matcher day) {
    int year = Integer.parseInt(day.group(1));
    int month = day.group(2) == null ? 1 : Integer.parseInt(day.group(2));
    return day.group(3) == null
        ? YearMonth.of(year, month).atDay(1)
        : LocalDate.of(year, month, Integer.parseInt(day.group(3)));
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private List<String> values(SearchField field) {
    List<String> values = new ArrayList<>();
    do {
      int start = at;
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      values.add(checked(field, quoted ? quoted() : until(" ,"), start));
    } while (at < text.length() && text.charAt(at) == ',' && at++ >= 0);
    return values;
  }

  private String checked(SearchField field, String typed, int start) {
    if (typed.isBlank()) {
      throw refusal("must have " + what(field) + place(start) + ", behind " + field.name(), "");
    }
    if (field.type() == Type.TAG) {
      return Tags.normalised(typed);
    }
    String value = field.type() == Type.CHOICE ? typed.toLowerCase(Locale.ROOT) : typed;
    if (field.type() == Type.CHOICE && !field.values().contains(value)) {
      throw refusal(
          "must have" + place(start) + ", behind " + field.name() + ", " + what(field), typed);
    }
    return value;
  }

  private static String what(SearchField field) {
    return switch (field.type()) {
      case CHOICE -> "one of " + String.join(", ", field.values());
      case TAG -> "a tag";
      default -> "a text";
    };
  }

  private InvalidSpec unknown(Matcher typed, int start) {
    return refusal(
        "must have"
            + place(start)
            + " one of the fields "
            + SearchField.ALL.stream().map(SearchField::name).collect(Collectors.joining(", "))
            + ", or quotation marks around words with a colon or a comparison",
        typed.group(1));
  }

  /** Behind it; a quotation mark that is not closed goes to the end, as while somebody types. */
  private String quoted() {
    int end = text.indexOf('"', at + 1);
    String inside = text.substring(at + 1, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return inside;
  }

  private String until(String stops) {
    int start = at;
    while (at < text.length() && !isSpace(at) && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isSpace(int place) {
    return Character.isWhitespace(text.charAt(place));
  }

  private static String place(int index) {
    return " at character " + (index + 1);
  }

  private static String shown(String typed) {
    return Optional.of(typed).filter(value -> !value.isEmpty()).orElse("nothing");
  }

  private InvalidSpec refusal(String law, String value) {
    return InvalidSpec.of(List.of(new Problem(name, law, value)));
  }
}
