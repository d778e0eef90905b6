package org.shiftscope.compute.spec;

import java.util.SequencedMap;

/** A kind of experiment with one trial for each temperature and seed, the temperatures first. */
public sealed interface GridExperiment extends ExperimentSpec
    permits TrainedExperiment, Landscape, AssumptionCheck {

  /** The temperatures T, in learning rate per sample. */
  Temperatures temperatures();

  /** The seeds. */
  Seeds seeds();

  /** The temperature of a trial. */
  default double temperatureOf(int trial) {
    return new TrialGrid(temperatures(), seeds()).temperatureOf(trial);
  }

  /** The seed of a trial. */
  default long seedOf(int trial) {
    return new TrialGrid(temperatures(), seeds()).seedOf(trial);
  }

  @Override
  default int trialCount() {
    return new TrialGrid(temperatures(), seeds()).count();
  }

  @Override
  default SequencedMap<String, Number> coordinates(int trial) {
    return new TrialGrid(temperatures(), seeds()).coordinates(trial);
  }

  @Override
  default String trialLabel(int trial) {
    return new TrialGrid(temperatures(), seeds()).label(trial);
  }
}
