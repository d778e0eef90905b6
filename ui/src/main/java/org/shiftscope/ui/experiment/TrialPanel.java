package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.shares.ShareButton;
import org.shiftscope.ui.sharing.MakeShare;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.StateBadge;

/** One trial: its own figures, and all its numbers. */
final class TrialPanel extends Div {

  private static final long serialVersionUID = 1L;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private final transient ExperimentSpec spec;
  private final transient KindPage kind;
  private final transient IntConsumer open;
  private final ComboBox<Integer> picker = new ComboBox<>();
  private final Button previous = step(VaadinIcon.ANGLE_LEFT, "Previous trial", -1);
  private final Button next = step(VaadinIcon.ANGLE_RIGHT, "Next trial", 1);
  private final Div badge = new Div();
  private final Button check;
  private final ShareButton share;
  private final Paragraph sentence = new Paragraph();
  private final CertificatesPanel certificates = new CertificatesPanel();
  private final FiguresPanel figures;
  private final Div numbers = new Div();
  private final Div measured;
  private final Div empty = new Div();
  private final RunningTrial running;
  private transient @Nullable Trial shown;

  TrialPanel(ExperimentId id, ExperimentSpec spec, MakeShare make, IntConsumer open) {
    this.spec = spec;
    this.kind = KindPage.of(spec);
    this.open = open;
    figures = new FiguresPanel(id.value(), open);
    running = new RunningTrial(id.value());
    running.setVisible(false);
    measured = new Div(figures, numbers);
    certificates.setVisible(false);
    picker.setId("trial-picker");
    picker.setAriaLabel("Trial");
    picker.setItems(IntStream.range(0, spec.trialCount()).boxed().toList());
    picker.setItemLabelGenerator(trial -> trial + ": " + spec.trialLabel(trial));
    picker.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            open.accept(event.getValue());
          }
        });
    check = new Button("Check invariance", click -> check(id));
    check.setId("check-invariance");
    check.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    check.setTooltipText("Are its terms of Eqs 3 and 4 the same in other coordinates?");
    check.setVisible(false);
    share = new ShareButton(make, () -> WhatIsShared.trial(id.value(), picker.getValue()));
    share.setId("share-trial");
    share.setVisible(false);
    sentence.addClassName("trial-sentence");
    sentence.setId("trial-sentence");
    var head = new Div(previous, picker, next, badge, check, share, sentence);
    head.addClassName("trial-head");
    measured.addClassName("trial-measured");
    numbers.addClassNames("card", "trial-numbers");
    add(head, certificates, measured, running, empty);
  }

  void show(Snapshot snapshot, Selection selection) {
    if (selection.trial().orElse(0) >= spec.trialCount()) {
      thereIsNone(selection.trial().orElseThrow());
    } else {
      chosen(snapshot.trials(), selection).ifPresent(trial -> show(trial, snapshot));
    }
  }

  private void show(Trial trial, Snapshot snapshot) {
    picker.setValue(trial.number());
    previous.setEnabled(trial.number() > 0);
    next.setEnabled(trial.number() < spec.trialCount() - 1);
    running.setVisible(trial.state() == TrialState.RUNNING);
    if (running.isVisible()) {
      running.show(spec, trial, snapshot.lossCurves().getOrDefault(trial.number(), List.of()));
    }
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
    // A trial that diverged says it below, larger.
    Notation.show(
        sentence,
        trial.result().filter(TrialPanel::hasNumbers).map(TrialResult::sentence).orElse(""));
    empty.removeAll();
    certificates.show(trial.result().map(TrialResult::certified).orElse(List.of()));
    measured.setVisible(false);
    check.setVisible(hasPoints(trial));
    share.setVisible(mayChange && trial.result().isPresent());
    if (trial.result().isPresent()) {
      show(trial.result().get(), trial.summary().ranBy().map(TrialSummary.RanBy::host));
    } else {
      waiting(trial).ifPresent(empty::add);
    }
  }

  /** Whether it reached the points at which invariance is checked. */
  private boolean hasPoints(Trial trial) {
    return TrialSubject.keepsPoints(spec)
        && trial.result().filter(TrialPanel::hasNumbers).isPresent();
  }

  private static boolean hasNumbers(TrialResult result) {
    return !(result instanceof Diverged || result instanceof LearntNothing);
  }

  private void check(ExperimentId id) {
    Trial now = shown;
    if (now != null) {
      Navigation.toCheck(id, now.number());
    }
  }

  private void show(TrialResult result, Optional<String> host) {
    if (!hasNumbers(result)) {
      empty.add(new EmptyState(whatEnded(result), result.sentence()));
      return;
    }
    measured.setVisible(true);
    figures.show(kind.figures(result));
    measured.setClassName("alone", !figures.isVisible());
    numbers.removeAll();
    kind.numbers(result).forEach(table -> numbers.add(new NumberTableView(table)));
    numbers.add(new NumberTableView(ExecutionNumbers.of(result.execution(), host)));
  }

  private static String whatEnded(TrialResult result) {
    return result instanceof Diverged diverged
        ? "This trial diverged at step " + FormatNumber.whole(diverged.step())
        : "This trial learnt nothing";
  }

  /** An address may name any number. */
  private void thereIsNone(int number) {
    shown = null;
    running.setVisible(false);
    check.setVisible(false);
    share.setVisible(false);
    picker.clear();
    badge.removeAll();
    sentence.setText("");
    certificates.show(List.of());
    measured.setVisible(false);
    empty.removeAll();
    empty.add(
        new EmptyState(
            "There is no trial " + number,
            "The trials of this experiment are 0 to "
                + (spec.trialCount() - 1)
                + "; choose one above."));
  }

  /** Empty for one that runs, which is told apart. */
  private static Optional<EmptyState> waiting(Trial trial) {
    return switch (trial.state()) {
      case QUEUED ->
          trial.summary().again().isPresent()
              ? Optional.of(
                  new EmptyState(
                      "Trial " + trial.number() + " is " + trial.phase(),
                      trial.failure().orElse("The machine failed its last attempt.")))
              : Optional.of(
                  new EmptyState(
                      "Trial "
                          + trial.number()
                          + (trial.phase().isEmpty()
                              ? " waits for a free slot"
                              : " " + trial.phase()),
                      "It starts by itself."));
      case PAUSED ->
          Optional.of(
              new EmptyState(
                  "This trial is paused",
                  percent(trial.fraction()) + " of it is done. Resume lets it go on from there."));
      case RUNNING -> Optional.empty();
      case FAILED ->
          Optional.of(
              new EmptyState(
                  "This trial failed",
                  trial.failure().orElse("The server's log says why.") + " Retry runs it again."));
      case CANCELLED ->
          Optional.of(
              new EmptyState(
                  "This trial was cancelled", "Retry runs the trials that have no result."));
      case FINISHED ->
          Optional.of(new EmptyState("This trial's result cannot be read", trial.sentence()));
    };
  }

  private static String percent(double fraction) {
    return Math.round(100 * fraction) + " %";
  }

  /** The chosen trial; without a choice the first with a result, or else the first. */
  private static Optional<Trial> chosen(List<Trial> trials, Selection selection) {
    return trials.stream()
        .filter(trial -> selection.trial().equals(OptionalInt.of(trial.number())))
        .findFirst()
        .or(() -> trials.stream().filter(trial -> trial.result().isPresent()).findFirst())
        .or(() -> trials.stream().findFirst());
  }

  private Button step(VaadinIcon icon, String label, int by) {
    var button =
        new Button(
            icon.create(),
            click -> {
              Trial now = shown;
              if (now != null) {
                open.accept(now.number() + by);
              }
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(label);
    return button;
  }
}
