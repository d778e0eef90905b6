package org.shiftscope.ui.experiment;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.shiftscope.compute.finding.Include;

/**
 * What a person looks at, kept in the address.
 *
 * @param tab the chosen tab's id; empty for the first
 * @param trial the chosen trial
 * @param include which trials enter means, fits and tests
 * @param table how the table of trials is looked at
 */
record Selection(String tab, OptionalInt trial, Include include, TableChoice table) {

  static final String TRIAL = "trial";
  static final String TRIALS = "trials";
  static final String SPEC = "spec";
  private static final String INCLUDE = "include";

  /** What an address says; no tab and no trial where it says nothing usable. */
  static Selection from(QueryParameters query) {
    OptionalInt trial =
        query.getSingleParameter("trial").filter(text -> text.matches("\\d{1,6}")).stream()
            .mapToInt(Integer::parseInt)
            .findFirst();
    return new Selection(
        query.getSingleParameter("tab").orElse(trial.isPresent() ? TRIAL : ""),
        trial,
        query.getSingleParameter(INCLUDE).filter(Include.ALL.id()::equals).isPresent()
            ? Include.ALL
            : Include.COUNTED,
        TableChoice.from(query));
  }

  QueryParameters toQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("tab", tab);
    trial.ifPresent(number -> query.put("trial", Integer.toString(number)));
    if (include != Include.COUNTED) {
      query.put(INCLUDE, include.id());
    }
    table.putInto(query);
    return QueryParameters.simple(query);
  }

  Selection with(String otherTab) {
    return new Selection(otherTab, trial, include, table);
  }

  Selection open(int number) {
    return new Selection(TRIAL, OptionalInt.of(number), include, table);
  }

  Selection with(TableChoice otherTable) {
    return new Selection(tab, trial, include, otherTable);
  }

  Selection with(Include otherTrials) {
    return new Selection(tab, trial, otherTrials, table);
  }
}
