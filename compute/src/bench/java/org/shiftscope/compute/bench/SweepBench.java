package org.shiftscope.compute.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;

/**
 * The SGD of a sweep of 6 temperatures and 5 seeds of the digits mlp: as trials run in Shiftscope,
 * as many side by side as there are cores, against libtorch, which runs them one after another.
 */
final class SweepBench {

  private final TemperatureSweep sweep = sweep();
  private final Samples samples = new DataFolder(Path.of("none")).open(sweep.dataset()).train();

  /** The same network and number of images, for the other side. */
  Workload workload() {
    return new Workload(
        "sweep",
        sweep.network(),
        DatasetName.DIGITS,
        sweep.sgd().batchSize(),
        sweep.dataset().trainSamples());
  }

  /** Steps of all trials together. */
  int steps() {
    return IntStream.range(0, sweep.trialCount()).map(this::steps).sum();
  }

  private int steps(int trial) {
    return Math.toIntExact(sweep.stepsAt(sweep.temperatureOf(trial)));
  }

  /** Runs all trials, {@code slots} at a time; seconds. */
  double run(int slots) {
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(slots)) {
      List<? extends Future<?>> trials =
          IntStream.range(0, sweep.trialCount())
              .mapToObj(trial -> workers.submit(() -> train(trial)))
              .toList();
      for (Future<?> trial : trials) {
        trial.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private void train(int trial) {
    RandomStreams streams = RandomStreams.of(sweep.seedOf(trial));
    try (Network network = new Network(sweep.network(), DatasetName.DIGITS, Precision.SINGLE)) {
      double learningRate = sweep.temperatureOf(trial) * sweep.sgd().batchSize();
      StochasticGradientDescent.run(
          network,
          samples,
          new StochasticGradientDescent.Plan(
              sweep.sgd().batchSize(),
              steps(trial),
              new SgdSteps.StepSize(learningRate, sweep.sgd().lambda())),
          network.initialise(streams),
          streams,
          Course.whole(share -> {}));
    }
  }

  private static TemperatureSweep sweep() {
    TemperatureSweep preset = (TemperatureSweep) Presets.all().getFirst().spec();
    return new TemperatureSweep(
        "bench",
        preset.dataset(),
        preset.network(),
        new Temperatures.Logarithmic(3e-3, 3e-2, 6),
        new Seeds(LongStream.range(0, 5).boxed().toList()),
        preset.sgd(),
        preset.refinement(),
        preset.line());
  }
}
