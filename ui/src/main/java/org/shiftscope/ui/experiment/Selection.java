package org.shiftscope.ui.experiment;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.Include.Measured;
import org.shiftscope.ui.chart.ScatterChoice;

/**
 * What a person looks at, kept in the address.
 *
 * @param tab the chosen tab's id; empty for the first
 * @param trial the chosen trial
 * @param include which trials enter means, fits and tests
 * @param table how the table of trials is looked at
 * @param scatter which quantities are looked at against each other
 * @param temperature that figures look at; where their slider stands first if it is empty
 * @param noteVersion the version of the note that is read; the newest where it is empty
 */
record Selection(
    String tab,
    OptionalInt trial,
    Include include,
    TableChoice table,
    ScatterChoice scatter,
    OptionalDouble temperature,
    OptionalInt noteVersion) {

  static final String TRIAL = "trial";
  static final String TRIALS = "trials";
  static final String RUNNING = "running";
  static final String EXPORT = "export";
  static final String SPEC = "spec";
  static final String NOTES = "notes";
  private static final String INCLUDE = "include";
  private static final String WITHOUT = "without";
  private static final String VERSION = "version";
  private static final String TEMPERATURE = "T";
  private static final String NUMBER = "\\d{1,6}(\\.\\d{1,20})?([eE]-?\\d{1,2})?";
  private static final String WHOLE = "\\d{1,6}";

  /** What an address says; no tab and no trial where it says nothing usable. */
  static Selection from(QueryParameters query) {
    OptionalInt trial = number(query, "trial");
    return new Selection(
        query.getSingleParameter("tab").orElse(trial.isPresent() ? TRIAL : ""),
        trial,
        include(query),
        TableChoice.from(query),
        ScatterChoice.from(query::getSingleParameter),
        temperature(query),
        number(query, VERSION));
  }

  private static Include include(QueryParameters query) {
    Measured measured =
        query.getSingleParameter(INCLUDE).filter(Measured.ALL.id()::equals).isPresent()
            ? Measured.ALL
            : Measured.COUNTED;
    List<Integer> without =
        query.getSingleParameter(WITHOUT).stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .filter(text -> text.matches(WHOLE))
            .map(Integer::valueOf)
            .toList();
    return Include.of(measured).without(without);
  }

  private static OptionalDouble temperature(QueryParameters query) {
    return query.getSingleParameter(TEMPERATURE).filter(text -> text.matches(NUMBER)).stream()
        .mapToDouble(Double::parseDouble)
        .findFirst();
  }

  private static OptionalInt number(QueryParameters query, String name) {
    return query.getSingleParameter(name).filter(text -> text.matches(WHOLE)).stream()
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  QueryParameters toQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("tab", tab);
    trial.ifPresent(number -> query.put("trial", Integer.toString(number)));
    if (include.measured() != Measured.COUNTED) {
      query.put(INCLUDE, include.measured().id());
    }
    if (!include.without().isEmpty()) {
      query.put(WITHOUT, include.withoutText());
    }
    table.putInto(query);
    scatter.putInto(query);
    temperature.ifPresent(at -> query.put(TEMPERATURE, Double.toString(at)));
    noteVersion.ifPresent(version -> query.put(VERSION, Integer.toString(version)));
    return QueryParameters.simple(query);
  }

  Selection with(String otherTab) {
    return new Selection(otherTab, trial, include, table, scatter, temperature, noteVersion);
  }

  Selection open(int number) {
    return new Selection(
        TRIAL, OptionalInt.of(number), include, table, scatter, temperature, noteVersion);
  }

  Selection with(TableChoice otherTable) {
    return new Selection(tab, trial, include, otherTable, scatter, temperature, noteVersion);
  }

  Selection with(ScatterChoice otherScatter) {
    return new Selection(tab, trial, include, table, otherScatter, temperature, noteVersion);
  }

  Selection with(Include otherTrials) {
    return new Selection(tab, trial, otherTrials, table, scatter, temperature, noteVersion);
  }

  /** The same of an experiment of so many trials: numbers that none of them has are left away. */
  Selection within(int trials) {
    return with(
        include.without(include.without().stream().filter(number -> number < trials).toList()));
  }

  /** The same at another temperature. */
  Selection at(double otherTemperature) {
    return new Selection(
        tab, trial, include, table, scatter, OptionalDouble.of(otherTemperature), noteVersion);
  }

  /** The note of a version; of the newest where it is empty. */
  Selection note(OptionalInt version) {
    return new Selection(NOTES, trial, include, table, scatter, temperature, version);
  }
}
