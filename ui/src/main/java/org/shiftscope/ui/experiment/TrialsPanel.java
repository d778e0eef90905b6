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
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.experiment.Selection.Tab;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.StateBadge;

/** The table of all trials. A click opens a trial. */
final class TrialsPanel extends Div {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_WITHOUT_SCROLLING = 40;

  private final transient TemperatureSweep sweep;
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

  TrialsPanel(TemperatureSweep sweep, Clock clock, Consumer<Selection> choose) {
    this.sweep = sweep;
    this.clock = clock;
    addClassName("trials");
    grid.setId("trials");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    grid.setDataProvider(provider);
    grid.setAllRowsVisible(sweep.trialCount() <= ROWS_WITHOUT_SCROLLING);
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
    number(
        "T",
        "6.5rem",
        trial -> sweep.temperatureOf(trial.number()),
        trial -> FormatNumber.significant(sweep.temperatureOf(trial.number())));
    number(
        "Seed",
        "4.5rem",
        trial -> sweep.seedOf(trial.number()),
        trial -> Long.toString(sweep.seedOf(trial.number())));
    grid.addComponentColumn(TrialsPanel::state)
        .setHeader("State")
        .setComparator(Comparator.comparing(trial -> state(trial).getElement().getText()))
        .setWidth("9rem")
        .setFlexGrow(0);
    measured("‖s‖", ShiftMeasurement::shiftNorm);
    measured("κ_te / ‖s‖²", result -> result.testFit().curvature());
    measured("½ κ_te", result -> result.testFit().halfKappa());
    measured("gᵀs", result -> result.testFit().slope());
    measured("L_te(θ_tr)", result -> result.eq3().testLossAtTrainPoint());
    number("Duration", "6.5rem", trial -> seconds(trial), this::duration);
    grid.addColumn(trial -> trial.result().map(TrialResult::sentence).or(trial::failure).orElse(""))
        .setHeader("What happened")
        .setTooltipGenerator(
            trial -> trial.result().map(TrialResult::sentence).or(trial::failure).orElse(""))
        .setWidth("18rem")
        .setFlexGrow(1);
  }

  private void measured(String head, ToDoubleFunction<ShiftMeasurement> value) {
    number(
        head,
        "7rem",
        trial -> of(trial, value),
        trial ->
            trial.result().filter(ShiftMeasurement.class::isInstance).isPresent()
                ? FormatNumber.significant(of(trial, value))
                : "");
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

  private static double of(Trial trial, ToDoubleFunction<ShiftMeasurement> value) {
    return trial.result().filter(ShiftMeasurement.class::isInstance).stream()
        .map(ShiftMeasurement.class::cast)
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
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
