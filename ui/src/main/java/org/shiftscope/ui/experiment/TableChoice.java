package org.shiftscope.ui.experiment;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;

/**
 * How a person looks at the table of trials.
 *
 * @param columns heads of the chosen columns; none for those shown at first
 * @param sort the head of the column that orders it, with a minus before it for the largest first;
 *     empty for the order of the trials
 * @param grouped whether trials of one temperature are one row
 */
record TableChoice(List<String> columns, String sort, boolean grouped) {

  private static final String SEPARATOR = "|";
  private static final String LARGEST_FIRST = "-";

  TableChoice {
    columns = List.copyOf(columns);
  }

  static TableChoice from(QueryParameters query) {
    String columns = query.getSingleParameter("columns").orElse("");
    return new TableChoice(
        columns.isEmpty() ? List.of() : List.of(columns.split("\\|")),
        query.getSingleParameter("sort").orElse(""),
        query.getSingleParameter("by").filter("temperature"::equals).isPresent());
  }

  void putInto(Map<String, String> query) {
    if (!columns.isEmpty()) {
      query.put("columns", String.join(SEPARATOR, columns));
    }
    if (!sort.isEmpty()) {
      query.put("sort", sort);
    }
    if (grouped) {
      query.put("by", "temperature");
    }
  }

  /** The head of the column that orders it. */
  String sorted() {
    return largestFirst() ? sort.substring(LARGEST_FIRST.length()) : sort;
  }

  boolean largestFirst() {
    return sort.startsWith(LARGEST_FIRST);
  }

  TableChoice withColumns(List<String> heads) {
    return new TableChoice(heads, sort, grouped);
  }

  TableChoice sortedBy(String head, boolean largestFirst) {
    return new TableChoice(
        columns, head.isEmpty() ? "" : (largestFirst ? LARGEST_FIRST : "") + head, grouped);
  }

  TableChoice grouped(boolean byTemperature) {
    return new TableChoice(columns, sort, byTemperature);
  }
}
