package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.DrawLine;
import org.shiftscope.ui.chart.LineChart;
import org.shiftscope.ui.experiment.Selection.Tab;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.StateBadge;

/** One trial: loss and accuracy along its line, and all its numbers. */
final class TrialPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient TemperatureSweep sweep;
  private final transient Consumer<Selection> choose;
  private final ComboBox<Integer> picker = new ComboBox<>();
  private final Button previous = step(VaadinIcon.ANGLE_LEFT, "Previous trial", -1);
  private final Button next = step(VaadinIcon.ANGLE_RIGHT, "Next trial", 1);
  private final Div badge = new Div();
  private final Paragraph sentence = new Paragraph();
  private final ChartCard losses =
      new ChartCard(
          "line-loss",
          "Loss along the line",
          "θ(α) = θ_tr + α (θ_te − θ_tr). Dashed: the symmetrized fits, each with its vertex at its own point.");
  private final ChartCard accuracies =
      new ChartCard("line-accuracy", "Accuracy along the line", "");
  private final Div numbers = new Div();
  private final Div measured = new Div(new Div(losses, accuracies), numbers);
  private final Div empty = new Div();
  private transient @Nullable Trial shown;

  TrialPanel(TemperatureSweep sweep, Consumer<Selection> choose) {
    this.sweep = sweep;
    this.choose = choose;
    picker.setId("trial-picker");
    picker.setAriaLabel("Trial");
    picker.setItems(IntStream.range(0, sweep.trialCount()).boxed().toList());
    picker.setItemLabelGenerator(this::label);
    picker.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            choose(event.getValue());
          }
        });
    sentence.addClassName("trial-sentence");
    sentence.setId("trial-sentence");
    var head = new Div(previous, picker, next, badge, sentence);
    head.addClassName("trial-head");
    measured.addClassName("trial-measured");
    numbers.addClassNames("card", "trial-numbers");
    add(head, measured, empty);
  }

  void show(Snapshot snapshot, Selection selection) {
    chosen(snapshot.trials(), selection).ifPresent(trial -> show(trial, snapshot));
  }

  private void show(Trial trial, Snapshot snapshot) {
    picker.setValue(trial.number());
    previous.setEnabled(trial.number() > 0);
    next.setEnabled(trial.number() < sweep.trialCount() - 1);
    if (trial.equals(shown)) {
      return;
    }
    shown = trial;
    badge.removeAll();
    badge.add(
        trial
            .result()
            .map(result -> StateBadge.of(result.outcome()))
            .orElseGet(() -> StateBadge.of(trial.state())));
    // A trial without a picture says it below, larger.
    sentence.setText(
        trial
            .result()
            .filter(ShiftMeasurement.class::isInstance)
            .map(TrialResult::sentence)
            .orElse(""));
    empty.removeAll();
    measured.setVisible(false);
    if (trial.result().isPresent()) {
      show(trial.result().get());
    } else {
      empty.add(waiting(trial, snapshot));
    }
  }

  private void show(TrialResult result) {
    switch (result) {
      case ShiftMeasurement measurement -> draw(measurement);
      case Diverged diverged ->
          empty.add(
              new EmptyState(
                  "This trial diverged at step " + FormatNumber.whole(diverged.step()),
                  diverged.sentence()));
      default -> throw new IllegalStateException("A sweep does not find " + result);
    }
  }

  private void draw(ShiftMeasurement result) {
    measured.setVisible(true);
    LineChart loss = LineChart.losses(result);
    LineChart accuracy = LineChart.accuracies(result);
    losses.draw(DrawLine.option(loss), result.sentence());
    accuracies.draw(DrawLine.option(accuracy), result.sentence());
    numbers.removeAll();
    TrialNumbers.of(result).forEach(table -> numbers.add(new NumberTableView(table)));
  }

  private static Component waiting(Trial trial, Snapshot snapshot) {
    return switch (trial.state()) {
      case QUEUED ->
          new EmptyState(
              "Trial " + trial.number() + " waits for a free slot", "It starts by itself.");
      case RUNNING -> {
        var bar = new ProgressBar(0, 1, Math.clamp(trial.fraction(), 0, 1));
        yield new EmptyState(
            "Trial " + trial.number() + " is running",
            trial.phase() + ", " + FormatNumber.percent(trial.fraction()) + " of its work done.",
            bar);
      }
      case FAILED ->
          new EmptyState(
              "The machine failed this trial",
              trial.failure().orElse("The server's log says why.") + " Retry runs it again.");
      case CANCELLED ->
          new EmptyState("This trial was cancelled", "Retry runs the trials that have no result.");
      case FINISHED -> NothingMeasured.of(snapshot.experiment());
    };
  }

  /** The chosen trial; without a choice the first with a result, or else the first. */
  private static Optional<Trial> chosen(List<Trial> trials, Selection selection) {
    return trials.stream()
        .filter(trial -> selection.trial().equals(java.util.OptionalInt.of(trial.number())))
        .findFirst()
        .or(() -> trials.stream().filter(trial -> trial.result().isPresent()).findFirst())
        .or(() -> trials.stream().findFirst());
  }

  private String label(int trial) {
    return trial + ": " + sweep.trialLabel(trial);
  }

  private Button step(VaadinIcon icon, String label, int by) {
    var button =
        new Button(
            icon.create(),
            click -> {
              Trial now = shown;
              if (now != null) {
                choose(now.number() + by);
              }
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(label);
    return button;
  }

  private void choose(int trial) {
    choose.accept(new Selection(Tab.TRIAL, java.util.OptionalInt.of(trial)));
  }
}
