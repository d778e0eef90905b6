package org.shiftscope.compute.trial;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.diffusion.MeasureNoise;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.NamedPoint;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.DiffusionAccuracy;

/** One trial on the accuracy of diffusion: SGD at T, the noise at its end, the weak error. */
final class DiffusionTrial {

  private final DiffusionAccuracy spec;
  private final int trial;
  private final Dataset dataset;
  private final TrialWatch watch;
  private final Execution execution;
  private final Stages stages;
  private final RandomStreams streams;
  private final TrainNetwork training;

  DiffusionTrial(
      DiffusionAccuracy spec, int trial, Dataset dataset, TrialWatch watch, Execution execution) {
    this.spec = spec;
    this.trial = trial;
    this.dataset = dataset;
    this.watch = watch;
    this.execution = execution;
    stages = new Stages(watch, spec.cost(trial));
    streams = RandomStreams.of(spec.seedOf(trial));
    training = new TrainNetwork(spec.training(), trial, stages::poll);
  }

  TrialResult run() {
    double temperature = spec.temperatureOf(trial);
    double[] end;
    try {
      DoubleConsumer sgd = stages.enter("SGD", spec.training().sgdCost(trial));
      end = training.run(dataset, streams, sgd);
    } catch (Divergence divergence) {
      return new Diverged(training.sayDiverged(divergence.step()), divergence.step(), execution);
    }
    watch.reached(NamedPoint.SGD_END, end);
    DoubleConsumer noise = stages.enter("gradient noise", spec.noiseCost());
    noise.accept(0);
    WeakError weakError = MeasureWeakError.measure(spec.weakError(), streams, stages::poll);
    try (Network network = training.measuring()) {
      var loss = new DatasetLoss(network, dataset.train(), spec.sgd().lambda());
      List<NoiseDirection> directions =
          new MeasureNoise(loss, end, temperature, streams, stages::poll).alongAll();
      noise.accept(1);
      return new DiffusionMeasurement(
          sentence(directions.getFirst(), weakError),
          training.end(network, dataset, end),
          end.length,
          dataset.train().count(),
          directions,
          weakError,
          execution);
    }
  }

  private static String sentence(NoiseDirection along, WeakError error) {
    double third = along.relative().get(2);
    String terms =
        Double.isFinite(third)
            ? String.format(
                Locale.ROOT,
                "Along the gradient, the third Kramers-Moyal term is %.2g of the second, the fourth %.2g. ",
                third,
                along.relative().get(3))
            : "The loss does not curve upwards along the gradient, so its terms have no width to be compared at. ";
    return terms
        + String.format(
            Locale.ROOT,
            "The weak error is of order %.3f in the learning rate.",
            error.secondMomentOrder().slope());
  }
}
