package org.shiftscope.ui.experiment;

import java.util.List;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;

/** An experiment and its trials as they stand at about the same moment. */
record Snapshot(Experiment experiment, List<Trial> trials) {

  Snapshot {
    trials = List.copyOf(trials);
  }

  static Snapshot read(Experiments experiments, ExperimentId id) {
    // Trials first: an experiment that says it has ended then never stands beside trials that have
    // not.
    List<Trial> trials = experiments.trials(id);
    Experiment experiment =
        experiments
            .find(id)
            .orElseThrow(() -> new IllegalStateException("Experiment " + id + " is gone"));
    return new Snapshot(experiment, trials);
  }
}
