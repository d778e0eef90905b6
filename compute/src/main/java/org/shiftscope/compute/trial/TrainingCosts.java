package org.shiftscope.compute.trial;

import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * The cost of an experiment that trains a network: SGD, and what its kind measures at the end.
 *
 * @param spec the experiment
 * @param times of real steps
 */
record TrainingCosts(TrainedExperiment spec, StepTimes times) implements TrialCosts {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  static TrainingCosts time(TrainedExperiment spec, DataFolder folder, LongSupplier nanoTime) {
    TrainingSpec training = spec.training();
    return new TrainingCosts(
        spec, StepTimes.measure(training, folder.open(few(training)), nanoTime));
  }

  private static DatasetSpec few(TrainingSpec training) {
    DatasetSpec all = training.dataset();
    return new DatasetSpec(
        all.name(),
        Math.min(all.trainSamples(), Math.max(SAMPLES, training.sgd().batchSize())),
        Math.min(all.testSamples(), SAMPLES));
  }

  @Override
  public double seconds(int trial) {
    double sgd = spec.training().sgdCost(trial);
    return sgd * times.sgdSample()
        + switch (spec) {
          case TemperatureSweep sweep ->
              (sweep.cost(trial) - sgd - sweep.lineCost()) * times.gradientSample()
                  + sweep.lineLosses() * times.lossSample();
          case DiffusionAccuracy accuracy -> accuracy.noiseCost() * times.gradientSample();
          case OverparametrizedShift shift -> (shift.cost(trial) - sgd) * times.gradientSample();
        };
  }

  @Override
  public double epochs(int trial) {
    return spec.training().epochs(trial);
  }

  @Override
  public long memory(int atATime) {
    return TrainingMemory.bytes(spec, atATime);
  }

  @Override
  public Speed speed() {
    return new Speed(1 / times.sgdSample(), Speed.Unit.SAMPLES);
  }
}
