package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.ui.wording.EmptyState;

/** The trials that run, each in its lane, live. */
final class RunningPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final String experiment;
  private final transient ExperimentSpec spec;
  private final Div none = new Div();
  private final transient Map<Integer, RunningTrial> shown = new TreeMap<>();

  RunningPanel(String experiment, ExperimentSpec spec) {
    this.experiment = experiment;
    this.spec = spec;
    none.add(
        new EmptyState(
            "No trial runs at this moment",
            "How the loss of a trial goes is kept while it runs; its result is on its own page then."));
    add(none);
  }

  void show(Snapshot snapshot) {
    List<Trial> running =
        snapshot.trials().stream().filter(trial -> trial.state() == TrialState.RUNNING).toList();
    none.setVisible(running.isEmpty());
    List<Integer> numbers = running.stream().map(Trial::number).toList();
    List.copyOf(shown.keySet()).stream()
        .filter(number -> !numbers.contains(number))
        .forEach(this::end);
    for (Trial trial : running) {
      shown
          .computeIfAbsent(trial.number(), this::begin)
          .show(spec, trial, snapshot.lossCurves().getOrDefault(trial.number(), List.of()));
    }
  }

  private RunningTrial begin(int number) {
    var trial = new RunningTrial(experiment);
    add(trial);
    return trial;
  }

  private void end(int number) {
    RunningTrial ended = shown.remove(number);
    if (ended != null) {
      remove(ended);
    }
  }
}
