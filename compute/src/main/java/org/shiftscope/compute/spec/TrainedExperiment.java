package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind of experiment that trains a network and then measures at the end of SGD. */
public sealed interface TrainedExperiment extends ExperimentSpec
    permits TemperatureSweep,
        LossDecomposition,
        DiffusionAccuracy,
        OverparametrizedShift,
        Resampling,
        TwoStage {

  /** How the network is trained. */
  TrainingSpec training();

  /** How the network of one trial is trained: at its temperature, on its samples, from its seed. */
  default TrainingSpec training(int trial) {
    return training().only(trial);
  }

  /** The samples, train and test, in all their splits. */
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

  /** The L2 coefficient λ that the test loss carries where it is measured. */
  default double testLambda() {
    return sgd().lambda();
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

  @Override
  default List<TrialInput> inputs() {
    return training().start().map(Starts::inputs).orElse(List.of());
  }

  @Override
  default Set<NamedPoint> points() {
    return Set.of(NamedPoint.INITIAL, NamedPoint.SGD_END);
  }

  @Override
  default Optional<String> refuse(ExperimentSpec source) {
    return source instanceof TrainedExperiment other
            && other.network().equals(network())
            && other.dataset().name().hasImagesOf(dataset().name())
        ? Optional.empty()
        : Optional.of("must have trained the same network on images of the same size");
  }
}
