package org.shiftscope.compute.trial;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * Estimates an experiment's time and memory from steps that it times for about a second. Safe for
 * use by many threads.
 */
public final class EstimateCost {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  private final DataFolder folder;
  private final LongSupplier nanoTime;

  /**
   * Prepares.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public EstimateCost(DataFolder folder, LongSupplier nanoTime) {
    this.folder = folder;
    this.nanoTime = nanoTime;
  }

  /**
   * Estimates.
   *
   * @param slots trials that run at the same time, at least 1
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  public Estimate estimate(ExperimentSpec spec, int slots) {
    return switch (spec) {
      case TemperatureSweep sweep -> temperatureSweep(sweep, slots);
      case Landscape landscape -> landscape(landscape, slots);
    };
  }

  private Estimate temperatureSweep(TemperatureSweep sweep, int slots) {
    folder.check(sweep.dataset());
    StepTimes times = StepTimes.measure(sweep, few(sweep), nanoTime);
    double[] seconds =
        IntStream.range(0, sweep.trialCount()).mapToDouble(i -> seconds(sweep, i, times)).toArray();
    double epochs =
        IntStream.range(0, sweep.trialCount())
            .mapToDouble(
                i -> (double) sweep.stepsAt(sweep.temperatureOf(i)) / sweep.batchesPerEpoch())
            .sum();
    Duration total = duration(lastEnd(seconds, slots));
    Duration longest = duration(Arrays.stream(seconds).max().orElse(0));
    long memory = memory(sweep, Math.min(slots, seconds.length));
    String sentence =
        sentence(seconds.length, Math.min(slots, seconds.length), total, longest, memory);
    return new Estimate(
        seconds.length, epochs, total, longest, memory, 1 / times.sgdSample(), sentence);
  }

  private Estimate landscape(Landscape spec, int slots) {
    double perStep = TimeWalkers.secondsPerStep(spec, nanoTime);
    double[] seconds =
        IntStream.range(0, spec.trialCount())
            .mapToDouble(trial -> spec.cost(trial) * perStep + LandscapeTrial.SECONDS_OF_THE_REST)
            .toArray();
    Duration total = duration(lastEnd(seconds, slots));
    Duration longest = duration(Arrays.stream(seconds).max().orElse(0));
    int atATime = Math.min(slots, seconds.length);
    long memory = atATime * LandscapeTrial.memory(spec);
    return new Estimate(
        seconds.length,
        0,
        total,
        longest,
        memory,
        1 / perStep,
        sentence(seconds.length, atATime, total, longest, memory));
  }

  private static String sentence(
      int trials, int atATime, Duration total, Duration longest, long memory) {
    return String.format(
        Locale.ROOT,
        "%d trials, %d at a time: about %s in all, %s for the longest, and %d MB of memory.",
        trials,
        atATime,
        spoken(total),
        spoken(longest),
        memory / 1_000_000);
  }

  private Dataset few(TemperatureSweep sweep) {
    DatasetSpec spec = sweep.dataset();
    return folder.open(
        new DatasetSpec(
            spec.name(),
            Math.min(spec.trainSamples(), Math.max(SAMPLES, sweep.sgd().batchSize())),
            Math.min(spec.testSamples(), SAMPLES)));
  }

  private static double seconds(TemperatureSweep sweep, int trial, StepTimes times) {
    double gradients =
        sweep.refinement().expectedTrainGradients() * sweep.dataset().trainSamples()
            + sweep.refinement().expectedTestGradients() * sweep.dataset().testSamples();
    double points = sweep.line().points();
    double all = sweep.dataset().trainSamples() + sweep.dataset().testSamples();
    return sweep.sgdCost(trial) * times.sgdSample()
        + (gradients + sweep.curvatureCost() + sweep.spectrumCost()) * times.gradientSample()
        + points * all * times.lossSample();
  }

  /** When the last trial ends if each slot takes the next trial as soon as it is free. */
  private static double lastEnd(double[] seconds, int slots) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < slots; i++) {
      free.add(0.0);
    }
    double last = 0;
    for (double trial : seconds) {
      double end = free.remove() + trial;
      free.add(end);
      last = Math.max(last, end);
    }
    return last;
  }

  /**
   * Samples as float32 once; for each trial its activations for a minibatch and for micro-batches,
   * and some 40 vectors.
   */
  private static long memory(TemperatureSweep sweep, int atATime) {
    long samples =
        4L
            * sweep.dataset().name().sampleSize()
            * ((long) sweep.dataset().trainSamples() + sweep.dataset().testSamples());
    long activations = Network.activationCount(sweep.network(), sweep.dataset().name());
    long parameters = Network.parameterCount(sweep.network(), sweep.dataset().name());
    Precision precision = TemperatureTrial.measuringPrecision(sweep.network());
    long microBatch = Network.microBatch(sweep.network(), sweep.dataset().name(), precision);
    // The last micro-batches of the two sets have arrays of their own.
    long atOnce =
        microBatch
            + sweep.dataset().trainSamples() % microBatch
            + sweep.dataset().testSamples() % microBatch;
    // The bases of Lanczos and Hutch++.
    long vectors =
        sweep.curvature().map(spec -> Math.max(spec.mostHessianSteps(), spec.probes())).orElse(0);
    long trial =
        activations * (4L * sweep.sgd().batchSize() + 3L * precision.bytes() * atOnce)
            + (40 + vectors) * 8 * parameters;
    return samples + atATime * trial;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private static String spoken(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1_000.0));
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }
}
