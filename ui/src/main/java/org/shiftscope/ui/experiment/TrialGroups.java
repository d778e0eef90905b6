package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;

/**
 * A row for each temperature: of each number the mean over the trials that count, ± one standard
 * deviation, and how many these are.
 */
final class TrialGroups extends Grid<TrialGroups.Group> {

  private static final long serialVersionUID = 1L;

  /**
   * A temperature.
   *
   * @param ended how many of its trials have a result
   * @param trials those of them that count
   */
  record Group(double temperature, int ended, List<Trial> trials) {}

  TrialGroups(List<TrialColumn> columns) {
    setId("trial-groups");
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
    column("Temperature", "7.5rem", group -> FormatNumber.significant(group.temperature()));
    column("n", "5rem", TrialGroups::count);
    columns.forEach(column -> column(column.head(), "12rem", group -> say(group, column)));
  }

  /** Groups the trials that findings are made of, the lowest temperature first. */
  static List<Group> of(ExperimentSpec spec, Results results) {
    Map<Double, List<Trial>> counted =
        results.counted().stream()
            .collect(Collectors.groupingBy(trial -> spec.temperatureOf(trial.number())));
    return results.sorted().stream()
        .flatMap(sorted -> sorted.temperatures().stream())
        .filter(at -> at.ended() > 0)
        .map(
            at ->
                new Group(
                    at.temperature(),
                    at.ended(),
                    counted.getOrDefault(at.temperature(), List.of())))
        .toList();
  }

  /** "3", or "2 of 3" where a trial that has a result is left out. */
  static String count(Group group) {
    return group.trials().size()
        + (group.trials().size() < group.ended() ? " of " + group.ended() : "");
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
