package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.wording.FormatNumber;

/** A trial that runs, live: what it does, how far it is, and how its loss goes. */
final class RunningTrial extends Div {

  private static final long serialVersionUID = 1L;

  private final H2 title = new H2();
  private final Paragraph phase = new Paragraph();
  private final ProgressBar bar = new ProgressBar(0, 1);
  private final FiguresPanel figures;

  /** {@code experiment}: its id, in the names of files. */
  RunningTrial(String experiment) {
    figures = new FiguresPanel(experiment, trial -> {});
    var head = new Div(title, phase, bar);
    head.addClassName("empty-state");
    add(head, figures);
  }

  /** What changed alone: nothing that stands is made anew. */
  void show(ExperimentSpec spec, Trial trial, List<LossCurve> curves) {
    title.setText("Trial " + trial.number() + " is running: " + spec.trialLabel(trial.number()));
    phase.setText(
        trial.phase() + ", " + FormatNumber.percent(trial.fraction()) + " of its work done.");
    bar.setValue(Math.clamp(trial.fraction(), 0, 1));
    bar.getElement().setAttribute("aria-label", "Progress of trial " + trial.number());
    figures.show(LossFigures.of(trial.number(), curves));
  }
}
