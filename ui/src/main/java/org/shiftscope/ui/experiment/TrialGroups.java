package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.AtTemperature;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;

/**
 * A row for each temperature: of each quantity of the findings the mean over the trials that count,
 * ± one standard deviation, and how many these are.
 */
final class TrialGroups extends Grid<TrialGroups.Row> {

  private static final long serialVersionUID = 1L;

  private transient List<String> shown = List.of();

  /**
   * A temperature.
   *
   * @param at which of its trials count
   * @param said each quantity by its id
   */
  record Row(AtTemperature at, Map<String, String> said) {

    /** "3", or "2 of 3" where a trial that has a result is left out. */
    String count() {
      return at.counted() + (at.counted() < at.ended() ? " of " + at.ended() : "");
    }

    String said(String quantity) {
      return said.getOrDefault(quantity, "");
    }
  }

  TrialGroups() {
    setId("trial-groups");
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
  }

  /** Shows the findings; no row before they are there. */
  void show(Results results) {
    List<TemperatureTrend> trends = results.findings().map(Findings::trends).orElse(List.of());
    List<String> ids = trends.stream().map(TemperatureTrend::id).toList();
    if (!ids.equals(shown)) {
      shown = ids;
      removeAllColumns();
      column("Temperature", "7.5rem", row -> FormatNumber.significant(row.at().temperature()));
      column("n", "5rem", Row::count);
      trends.forEach(trend -> column(trend.title(), "12rem", row -> row.said(trend.id())));
    }
    setItems(rows(results));
  }

  /** The lowest temperature first; those with a result alone. */
  static List<Row> rows(Results results) {
    List<TemperatureTrend> trends = results.findings().map(Findings::trends).orElse(List.of());
    return results.sorted().map(CountedTrials::temperatures).orElse(List.of()).stream()
        .filter(at -> at.ended() > 0)
        .map(at -> new Row(at, said(at, trends)))
        .toList();
  }

  /** "0.4123 ± 0.0021 (2 of 3)"; how many only where not all trials have the number. */
  private static Map<String, String> said(AtTemperature at, List<TemperatureTrend> trends) {
    Map<String, String> said = new HashMap<>();
    for (TemperatureTrend trend : trends) {
      trend.temperatures().stream()
          .filter(mean -> mean.temperature() == at.temperature())
          .forEach(mean -> said.put(trend.id(), say(mean, at.counted())));
    }
    return said;
  }

  private static String say(Mean mean, int counted) {
    return FormatNumber.significant(mean.mean())
        + (mean.trials() > 1 ? " ± " + FormatNumber.significant(mean.deviation()) : "")
        + (mean.trials() < counted ? " (" + mean.trials() + " of " + counted + ")" : "");
  }

  private void column(String head, String width, ValueProvider<Row, String> text) {
    var title = new Span();
    Notation.show(title, head);
    addColumn(text)
        .setHeader(title)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width)
        .setFlexGrow(1);
  }
}
