package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;

/**
 * A row for each temperature: of each number the mean over the trials that count, ± one standard
 * deviation, and how many these are.
 */
final class TrialGroups extends Grid<TrialGroups.Group> {

  private static final long serialVersionUID = 1L;

  /** The trials of one temperature that were measured. */
  record Group(double temperature, List<Trial> trials) {}

  TrialGroups(List<TrialColumn> columns) {
    setId("trial-groups");
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
    column("Temperature", "7.5rem", group -> FormatNumber.significant(group.temperature()));
    column("n", "4rem", group -> Integer.toString(group.trials().size()));
    columns.forEach(column -> column(column.head(), "12rem", group -> say(group, column)));
  }

  /** Groups what was measured, the lowest temperature first. */
  static List<Group> of(ExperimentSpec spec, List<Trial> trials) {
    return trials.stream()
        .filter(TrialGroups::counts)
        .collect(
            Collectors.groupingBy(
                trial -> spec.temperatureOf(trial.number()), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** "0.4123 ± 0.0021 (2 of 3)"; how many only where not all trials have the number. */
  static String say(Group group, TrialColumn column) {
    var values = new StreamingStatistics();
    finite(group, column).forEach(values::addValue);
    if (values.getN() == 0) {
      return "";
    }
    return FormatNumber.significant(values.getMean())
        + (values.getN() > 1 ? " ± " + FormatNumber.significant(values.getStandardDeviation()) : "")
        + (values.getN() < group.trials().size()
            ? " (" + values.getN() + " of " + group.trials().size() + ")"
            : "");
  }

  private static DoubleStream finite(Group group, TrialColumn column) {
    return group.trials().stream()
        .flatMap(trial -> trial.result().stream())
        .mapToDouble(column.value())
        .filter(Double::isFinite);
  }

  private static boolean counts(Trial trial) {
    return trial.result().filter(result -> result.outcome() == Outcome.MEASURED).isPresent();
  }

  private void column(String head, String width, ValueProvider<Group, String> text) {
    var title = new Span();
    Notation.show(title, head);
    addColumn(text)
        .setHeader(title)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width)
        .setFlexGrow(1);
  }
}
