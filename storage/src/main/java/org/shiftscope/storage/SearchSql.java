package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.shiftscope.storage.Search.Compared;
import org.shiftscope.storage.Search.Dated;
import org.shiftscope.storage.Search.OneOf;
import org.shiftscope.storage.Search.Term;
import org.shiftscope.storage.Search.Words;

/** A search as a condition on rows of the table {@code experiment}, with its values by name. */
final class SearchSql {

  private static final String ACTIVE = "deleted IS NULL AND archived IS NULL";

  private static final String OF_IT = "experiment = experiment.id";

  private final List<String> conditions = new ArrayList<>();
  private final SequencedMap<String, Object> values = new LinkedHashMap<>();

  private SearchSql() {}

  static SearchSql of(Search search) {
    var sql = new SearchSql();
    if (search.terms().stream().noneMatch(SearchSql::saysWhere)) {
      sql.conditions.add(ACTIVE);
    }
    search.terms().forEach(sql::add);
    return sql;
  }

  /** All of them; never empty. */
  String condition() {
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  SequencedMap<String, Object> values() {
    return values;
  }

  /** Where it may be: anywhere that is named, or anywhere but in the list. */
  private static boolean saysWhere(Term term) {
    return term instanceof OneOf one
        && one.field().equals(SearchField.IS)
        && (one.excluded()
            ? one.values().contains("active")
            : one.values().stream().anyMatch(value -> !value.equals("favourite")));
  }

  private void add(Term term) {
    String holds =
        switch (term) {
          case Words words -> words(words.text());
          case OneOf one -> "(" + oneOf(one) + ")";
          case Compared compared -> compared(compared);
          case Dated dated -> dated(dated);
        };
    conditions.add(term.excluded() ? "NOT " + holds : holds);
  }

  private String words(String text) {
    String like = bind("%" + escaped(text) + "%");
    return "(LOWER(title) || ' ' || words || ' ' || state LIKE "
        + like
        + " OR EXISTS (SELECT 1 FROM tag WHERE tag."
        + OF_IT
        + " AND tag.name LIKE "
        + like
        + "))";
  }

  private String oneOf(OneOf one) {
    return switch (one.field().name()) {
      case "name" -> any(one, value -> "LOWER(title) LIKE " + bind("%" + escaped(value) + "%"));
      case "id" -> any(one, value -> "id LIKE " + bind(escaped(value) + "%"));
      case "note" ->
          any(
              one,
              value ->
                  "EXISTS (SELECT 1 FROM note WHERE note."
                      + OF_IT
                      + " AND LOWER(note.text) LIKE "
                      + bind("%" + escaped(value) + "%")
                      + " AND note.version = (SELECT MAX(last.version) FROM note last"
                      + " WHERE last."
                      + OF_IT
                      + "))");
      case "tag" ->
          "EXISTS (SELECT 1 FROM tag WHERE tag." + OF_IT + " AND tag.name IN " + list(one) + ")";
      case "outcome" ->
          "EXISTS (SELECT 1 FROM tally WHERE tally."
              + OF_IT
              + " AND tally.state = 'finished' AND tally.outcome IN "
              + list(one)
              + ")";
      case "trend" ->
          "EXISTS (SELECT 1 FROM finding WHERE finding."
              + OF_IT
              + " AND finding.name = 'trend' AND finding.word IN "
              + list(one)
              + ")";
      case "is" -> any(one, SearchSql::is);
      case "has" -> any(one, this::has);
      default -> "COALESCE(" + one.field().name() + ", '') IN " + list(one);
    };
  }

  private static String is(String value) {
    return switch (value) {
      case "favourite" -> "favourite";
      case "archived" -> "(deleted IS NULL AND archived IS NOT NULL)";
      case "deleted" -> "deleted IS NOT NULL";
      default -> "(" + ACTIVE + ")";
    };
  }

  private String has(String value) {
    return switch (value) {
      case "note", "tag" ->
          "EXISTS (SELECT 1 FROM " + value + " WHERE " + value + "." + OF_IT + ")";
      default ->
          "EXISTS (SELECT 1 FROM finding WHERE finding."
              + OF_IT
              + " AND finding.name = "
              + bind(value)
              + ")";
    };
  }

  private String compared(Compared compared) {
    String with = " " + compared.comparison().sign + " " + bind(compared.number());
    SearchField field = compared.field();
    if (SearchField.FOUND.contains(field)) {
      return "EXISTS (SELECT 1 FROM finding WHERE finding."
          + OF_IT
          + " AND finding.name = "
          + bind(field.name())
          + " AND finding.number"
          + with
          + ")";
    }
    String outcome =
        field.equals(SearchField.TRIALS)
            ? ""
            : " AND tally.state = 'finished' AND tally.outcome = " + bind(field.name());
    return "(SELECT COALESCE(SUM(tally.trials), 0) FROM tally WHERE tally."
        + OF_IT
        + outcome
        + ")"
        + with;
  }

  /** What has no such time yet is neither before nor after. */
  private String dated(Dated dated) {
    String column = dated.field().equals(SearchField.CREATED) ? "submitted" : "ended";
    String is =
        switch (dated.comparison()) {
          case AT_LEAST -> column + " >= " + bind(dated.from());
          case AT_MOST -> column + " < " + bind(dated.to());
          case ABOVE -> column + " >= " + bind(dated.to());
          case BELOW -> column + " < " + bind(dated.from());
          case IS ->
              column + " >= " + bind(dated.from()) + " AND " + column + " < " + bind(dated.to());
        };
    return "COALESCE(" + is + ", FALSE)";
  }

  private static String any(OneOf one, java.util.function.Function<String, String> condition) {
    return String.join(" OR ", one.values().stream().map(condition).toList());
  }

  private String list(OneOf one) {
    return "(" + String.join(", ", one.values().stream().map(this::bind).toList()) + ")";
  }

  private String bind(Object value) {
    String name = "value" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  private static String escaped(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
  }
}
