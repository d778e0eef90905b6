package org.shiftscope.ui.experiment;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.shiftscope.compute.finding.Include;

/**
 * What a person looks at, kept in the address.
 *
 * @param tab the chosen tab's id; empty for the first
 * @param trial the chosen trial
 * @param include which trials enter means, fits and tests
 * @param table how the table of trials is looked at
 * @param temperature that figures look at; where their slider stands first if it is empty
 * @param noteVersion the version of the note that is read; the newest where it is empty
 */
record Selection(
    String tab,
    OptionalInt trial,
    Include include,
    TableChoice table,
    OptionalDouble temperature,
    OptionalInt noteVersion) {

  static final String TRIAL = "trial";
  static final String TRIALS = "trials";
  static final String EXPORT = "export";
  static final String SPEC = "spec";
  static final String NOTES = "notes";
  private static final String INCLUDE = "include";
  private static final String VERSION = "version";
  private static final String TEMPERATURE = "T";
  private static final String NUMBER = "\\d{1,6}(\\.\\d{1,20})?([eE]-?\\d{1,2})?";

  /** What an address says; no tab and no trial where it says nothing usable. */
  static Selection from(QueryParameters query) {
    OptionalInt trial = number(query, "trial");
    return new Selection(
        query.getSingleParameter("tab").orElse(trial.isPresent() ? TRIAL : ""),
        trial,
        query.getSingleParameter(INCLUDE).filter(Include.ALL.id()::equals).isPresent()
            ? Include.ALL
            : Include.COUNTED,
        TableChoice.from(query),
        temperature(query),
        number(query, VERSION));
  }

  private static OptionalDouble temperature(QueryParameters query) {
    return query.getSingleParameter(TEMPERATURE).filter(text -> text.matches(NUMBER)).stream()
        .mapToDouble(Double::parseDouble)
        .findFirst();
  }

  private static OptionalInt number(QueryParameters query, String name) {
    return query.getSingleParameter(name).filter(text -> text.matches("\\d{1,6}")).stream()
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  QueryParameters toQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("tab", tab);
    trial.ifPresent(number -> query.put("trial", Integer.toString(number)));
    if (include != Include.COUNTED) {
      query.put(INCLUDE, include.id());
    }
    table.putInto(query);
    temperature.ifPresent(at -> query.put(TEMPERATURE, Double.toString(at)));
    noteVersion.ifPresent(version -> query.put(VERSION, Integer.toString(version)));
    return QueryParameters.simple(query);
  }

  Selection with(String otherTab) {
    return new Selection(otherTab, trial, include, table, temperature, noteVersion);
  }

  Selection open(int number) {
    return new Selection(TRIAL, OptionalInt.of(number), include, table, temperature, noteVersion);
  }

  Selection with(TableChoice otherTable) {
    return new Selection(tab, trial, include, otherTable, temperature, noteVersion);
  }

  Selection with(Include otherTrials) {
    return new Selection(tab, trial, otherTrials, table, temperature, noteVersion);
  }

  /** The same at another temperature. */
  Selection at(double otherTemperature) {
    return new Selection(
        tab, trial, include, table, OptionalDouble.of(otherTemperature), noteVersion);
  }

  /** The note of a version; of the newest where it is empty. */
  Selection note(OptionalInt version) {
    return new Selection(NOTES, trial, include, table, temperature, version);
  }
}
