package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.ListDataProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.experiment.Selection.Tab;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.StateBadge;

/** The table of all trials. A click opens a trial. */
final class TrialsPanel extends Div {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_WITHOUT_SCROLLING = 40;

  private final transient ExperimentSpec spec;
  private final transient List<TrialColumn> measured;
  private final transient Clock clock;
  private final transient List<Trial> items = new ArrayList<>();
  private final ListDataProvider<Trial> provider =
      new ListDataProvider<>(items) {
        private static final long serialVersionUID = 1L;

        @Override
        public Object getId(Trial trial) {
          return trial.number();
        }
      };
  private final Grid<Trial> grid = new Grid<>();

  TrialsPanel(
      ExperimentSpec spec, List<TrialColumn> measured, Clock clock, Consumer<Selection> choose) {
    this.spec = spec;
    this.measured = List.copyOf(measured);
    this.clock = clock;
    addClassName("trials");
    grid.setId("trials");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    grid.setDataProvider(provider);
    grid.setAllRowsVisible(spec.trialCount() <= ROWS_WITHOUT_SCROLLING);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addItemClickListener(
        click -> choose.accept(new Selection(Tab.TRIAL, OptionalInt.of(click.getItem().number()))));
    columns();
    add(grid);
  }

  void show(Snapshot snapshot, Selection selection) {
    List<Trial> trials = snapshot.trials();
    if (items.size() != trials.size()) {
      items.clear();
      items.addAll(trials);
      provider.refreshAll();
    } else {
      for (int i = 0; i < trials.size(); i++) {
        if (!trials.get(i).equals(items.set(i, trials.get(i)))) {
          provider.refreshItem(trials.get(i));
        }
      }
    }
    grid.setPartNameGenerator(
        trial -> selection.trial().equals(OptionalInt.of(trial.number())) ? "chosen" : "");
  }

  private void columns() {
    number("Trial", "4.5rem", Trial::number, trial -> Integer.toString(trial.number()));
    spec.axes().all().forEach(this::coordinate);
    grid.addComponentColumn(TrialsPanel::state)
        .setHeader("State")
        .setComparator(Comparator.comparing(trial -> state(trial).getElement().getText()))
        .setWidth("9rem")
        .setFlexGrow(0);
    measured.forEach(this::measured);
    number("Duration", "6.5rem", trial -> seconds(trial), this::duration);
    grid.addColumn(trial -> trial.result().map(TrialResult::sentence).or(trial::failure).orElse(""))
        .setHeader("What happened")
        .setTooltipGenerator(
            trial -> trial.result().map(TrialResult::sentence).or(trial::failure).orElse(""))
        .setWidth("18rem")
        .setFlexGrow(1);
  }

  /** What sets trials apart: Temperature, Batch size. */
  private void coordinate(Axis axis) {
    String name = axis.name();
    number(
        axis.title(),
        "7.5rem",
        trial -> coordinate(trial, name).doubleValue(),
        trial -> say(coordinate(trial, name)));
  }

  private Number coordinate(Trial trial, String name) {
    return spec.coordinates(trial.number()).getOrDefault(name, Double.NaN);
  }

  private static String say(Number value) {
    return value instanceof Double number
        ? FormatNumber.significant(number)
        : Long.toString(value.longValue());
  }

  private void measured(TrialColumn column) {
    number(
        column.head(),
        "7rem",
        trial -> of(trial, column),
        trial ->
            Double.isNaN(of(trial, column)) ? "" : FormatNumber.significant(of(trial, column)));
  }

  private void number(
      String head,
      String width,
      ToDoubleFunction<Trial> order,
      com.vaadin.flow.component.ItemLabelGenerator<Trial> text) {
    grid.addColumn(text::apply)
        .setHeader(head)
        .setComparator(Comparator.comparingDouble(order))
        .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
        .setWidth(width)
        .setFlexGrow(0);
  }

  private static double of(Trial trial, TrialColumn column) {
    return trial.result().map(column.value()::applyAsDouble).orElse(Double.NaN);
  }

  private static Component state(Trial trial) {
    return switch (trial.state()) {
      case RUNNING -> {
        var text = new Span(trial.phase());
        text.addClassName("quiet");
        var running = new Div(text, new ProgressBar(0, 1, Math.clamp(trial.fraction(), 0, 1)));
        running.addClassName("trial-running");
        yield running;
      }
      case FINISHED ->
          trial
              .result()
              .map(result -> StateBadge.of(result.outcome()))
              .orElseGet(() -> StateBadge.of(trial.state()));
      case QUEUED, FAILED, CANCELLED -> StateBadge.of(trial.state());
    };
  }

  private double seconds(Trial trial) {
    return trial
        .started()
        .map(start -> Duration.between(start, trial.ended().orElseGet(clock::instant)))
        .map(took -> took.toMillis() / 1e3)
        .orElse(-1.0);
  }

  private String duration(Trial trial) {
    double seconds = seconds(trial);
    return seconds < 0 ? "" : FormatTime.duration(Duration.ofMillis(Math.round(seconds * 1e3)));
  }
}
