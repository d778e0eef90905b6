package org.shiftscope.compute.trial;

import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.Course;

/**
 * The cost of an experiment that trains a network: SGD, and what its kind measures at the end.
 *
 * @param spec the experiment
 * @param times of real steps
 * @param beside seconds of what a trial computes beside the network
 */
record TrainingCosts(TrainedExperiment spec, StepTimes times, double beside) implements TrialCosts {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  static TrainingCosts time(TrainedExperiment spec, DataFolder folder, LongSupplier nanoTime) {
    TrainingSpec training = spec.training();
    return new TrainingCosts(
        spec,
        StepTimes.measure(training, folder.open(few(training)), nanoTime),
        beside(spec, nanoTime));
  }

  /** What a trial computes without its network is computed once. */
  private static double beside(TrainedExperiment spec, LongSupplier nanoTime) {
    if (!(spec instanceof DiffusionAccuracy accuracy)) {
      return 0;
    }
    long start = nanoTime.getAsLong();
    MeasureWeakError.measure(accuracy.weakError(), RandomStreams.of(0), Course.whole(share -> {}));
    return (nanoTime.getAsLong() - start) / 1e9;
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
          case DiffusionAccuracy accuracy -> accuracy.noiseCost() * times.gradientSample() + beside;
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
