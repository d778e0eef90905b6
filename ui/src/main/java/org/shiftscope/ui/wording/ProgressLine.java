package org.shiftscope.ui.wording;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;

/** A bar, and beside it how many trials ended and how long the rest takes. */
public final class ProgressLine extends Div {

  private static final long serialVersionUID = 1L;

  private final ProgressBar bar = new ProgressBar();
  private final Span text = new Span();

  /** Nothing done yet. */
  public ProgressLine() {
    addClassName("progress-line");
    bar.getElement().setAttribute("aria-label", "Progress");
    add(bar, text);
  }

  /** Shows where an experiment stands. */
  public void show(ExperimentSummary experiment) {
    Experiment.Progress progress = experiment.progress();
    bar.setValue(Math.clamp(progress.fraction(), 0, 1));
    bar.getThemeNames().clear();
    if (experiment.state() == ExperimentState.FINISHED) {
      switch (Outcomes.of(experiment)) {
        case ALL_MEASURED -> bar.addThemeVariants(ProgressBarVariant.LUMO_SUCCESS);
        case SOME_MEASURED -> bar.addThemeVariants(ProgressBarVariant.LUMO_CONTRAST);
        case NONE_MEASURED -> bar.addThemeVariants(ProgressBarVariant.LUMO_ERROR);
      }
    } else if (experiment.state().ended()) {
      bar.addThemeVariants(ProgressBarVariant.LUMO_CONTRAST);
    }
    text.setText(sentence(experiment));
  }

  /** "7 of 12 trials · 2 diverged · about 40 s left". */
  public static String sentence(ExperimentSummary experiment) {
    Experiment.Progress progress = experiment.progress();
    String trials =
        progress.ended() == progress.trials()
            ? Words.count(progress.trials(), "trial")
            : FormatNumber.whole(progress.ended())
                + " of "
                + Words.count(progress.trials(), "trial");
    return Outcomes.sentence(experiment, trials)
        + progress
            .timeLeft()
            .filter(left -> !experiment.state().ended())
            .map(left -> " · " + FormatTime.about(left) + " left")
            .orElse("");
  }
}
