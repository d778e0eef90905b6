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
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A sweep of 6 temperatures and 5 seeds of the digits mlp, whole: SGD, both refinements by the
 * adaptive flow, the line and the fits. Shiftscope runs as many trials side by side as there are
 * cores, as its workers do. libtorch runs the same numbers of SGD steps, of full-data gradients and
 * of losses on the line, one trial after another; it has no adaptive flow and no Hessian-vector
 * product, so that its side does less.
 */
final class SweepBench {

  private final TemperatureSweep sweep = sweep();
  private final RunTrial run =
      new RunTrial(
          new DataFolder(Path.of("none")), new Execution("cpu", StartNd4j.THREADS, "bench"));

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

  /** Points on a line. */
  int points() {
    return sweep.line().points();
  }

  private int steps(int trial) {
    return Math.toIntExact(sweep.training().course(trial).stepsAt(sweep.temperatureOf(trial)));
  }

  /** Runs all trials, {@code slots} at a time. */
  Run run(int slots) {
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(slots)) {
      List<Future<ShiftMeasurement>> trials =
          IntStream.range(0, sweep.trialCount())
              .mapToObj(trial -> workers.submit(() -> measure(trial)))
              .toList();
      long onTrain = 0;
      long onTest = 0;
      for (Future<ShiftMeasurement> trial : trials) {
        onTrain += trial.get().trainPoint().gradients();
        onTest += trial.get().testPoint().gradients();
      }
      return new Run((System.nanoTime() - start) * 1e-9, onTrain, onTest);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same work, one trial after another. */
  Times run(Libtorch libtorch, Run same) {
    Workload workload = workload();
    int train = sweep.dataset().trainSamples();
    int test = sweep.dataset().testSamples();
    long points = (long) sweep.trialCount() * sweep.line().points();
    return libtorch
        .run(workload, steps())
        .plus(libtorch.descend(workload, train, same.onTrain()))
        .plus(libtorch.descend(workload, test, same.onTest()))
        .plus(libtorch.evaluate(workload, train, points))
        .plus(libtorch.evaluate(workload, test, points));
  }

  private ShiftMeasurement measure(int trial) {
    return (ShiftMeasurement) run.run(sweep, trial, TrialWatch.none());
  }

  /**
   * What a run of all trials took.
   *
   * @param seconds by the clock
   * @param onTrain full-data gradients of the train loss in the refinements
   * @param onTest full-data gradients of the test loss
   */
  record Run(double seconds, long onTrain, long onTest) {}

  private static TemperatureSweep sweep() {
    TemperatureSweep preset = (TemperatureSweep) Presets.all().getFirst().spec();
    return new TemperatureSweep(
        "bench",
        new TrainingSpec(
            preset.dataset(),
            preset.network(),
            new Temperatures.Logarithmic(3e-3, 3e-2, 6),
            new Seeds(LongStream.range(0, 5).boxed().toList()),
            preset.sgd()),
        preset.refinement(),
        preset.line());
  }
}
