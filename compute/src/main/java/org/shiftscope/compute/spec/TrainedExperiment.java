package org.shiftscope.compute.spec;

import java.util.Optional;

/** A kind of experiment that trains a network and then measures at the end of SGD. */
public sealed interface TrainedExperiment extends ExperimentSpec
    permits TemperatureSweep, DiffusionAccuracy, OverparametrizedShift {

  /** How the network is trained. */
  TrainingSpec training();

  /** The samples, train and test. */
  default DatasetSpec dataset() {
    return training().dataset();
  }

  /** What is trained. */
  default NetworkSpec network() {
    return training().network();
  }

  /** How it is trained at each temperature. */
  default SgdSpec sgd() {
    return training().sgd();
  }

  /** The temperatures T, in learning rate per sample. */
  default Temperatures temperatures() {
    return training().temperatures();
  }

  /** The seeds. */
  default Seeds seeds() {
    return training().seeds();
  }

  @Override
  default Axes axes() {
    return training().axes();
  }

  @Override
  default Optional<DatasetSpec> dataset(int trial) {
    return Optional.of(training().dataset(trial));
  }
}
