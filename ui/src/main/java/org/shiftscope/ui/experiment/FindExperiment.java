package org.shiftscope.ui.experiment;

import java.util.Optional;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;

/** Finds the experiment that an address names. */
public final class FindExperiment {

  private FindExperiment() {}

  /** The experiment with an id as a person may have typed it; empty where it is none. */
  public static Optional<Experiment> byId(Experiments experiments, String id) {
    try {
      return experiments.find(new ExperimentId(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
