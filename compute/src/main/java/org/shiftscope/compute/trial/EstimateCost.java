package org.shiftscope.compute.trial;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.steadystate.PreparedModel;
import org.shiftscope.compute.steadystate.TimeSteadyState;

/**
 * Estimates an experiment's time and memory from steps that it times for about a second. Safe for
 * use by many threads.
 */
public final class EstimateCost {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  /** A few arrays for each group of walkers, and some counts for each bin. */
  private static final long ASSUMPTION_MEMORY = 20_000_000;

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
      case AssumptionCheck check -> assumption(check, slots);
      case DiffusionAccuracy accuracy -> diffusion(accuracy, slots);
      case OverparametrizedShift shift -> overparametrized(shift, slots);
      case SteadyState steady -> steadyState(steady, slots);
    };
  }

  private Estimate diffusion(DiffusionAccuracy spec, int slots) {
    TemperatureSweep sweep =
        sameNetwork(spec.dataset(), spec.network(), spec.temperatures(), spec.seeds(), spec.sgd());
    folder.check(spec.dataset());
    StepTimes times = StepTimes.measure(sweep, few(sweep), nanoTime);
    return estimate(
        sweep,
        times,
        slots,
        trial ->
            sweep.sgdCost(trial) * times.sgdSample() + spec.noiseCost() * times.gradientSample());
  }

  private Estimate overparametrized(OverparametrizedShift spec, int slots) {
    TemperatureSweep sweep =
        sameNetwork(spec.dataset(), spec.network(), spec.temperatures(), spec.seeds(), spec.sgd());
    folder.check(spec.dataset());
    StepTimes times = StepTimes.measure(sweep, few(sweep), nanoTime);
    return estimate(
        sweep,
        times,
        slots,
        trial ->
            sweep.sgdCost(trial) * times.sgdSample()
                + (spec.cost(trial) - sweep.sgdCost(trial)) * times.gradientSample());
  }

  /** A sweep that trains the same network in the same way, whose steps can be timed. */
  private static TemperatureSweep sameNetwork(
      DatasetSpec dataset,
      NetworkSpec network,
      Temperatures temperatures,
      Seeds seeds,
      SgdSpec sgd) {
    return new TemperatureSweep(
        "Timed",
        dataset,
        network,
        temperatures,
        seeds,
        sgd,
        new RefinementSpec.Minimum(1, 1),
        new LineSpec(-1, 2, 51));
  }

  private Estimate estimate(
      TemperatureSweep sweep, StepTimes times, int slots, IntToDoubleFunction secondsOf) {
    double[] seconds = IntStream.range(0, sweep.trialCount()).mapToDouble(secondsOf).toArray();
    double epochs =
        IntStream.range(0, sweep.trialCount())
            .mapToDouble(
                i -> (double) sweep.stepsAt(sweep.temperatureOf(i)) / sweep.batchesPerEpoch())
            .sum();
    return estimate(
        seconds,
        slots,
        epochs,
        memory(sweep, Math.min(slots, seconds.length)),
        1 / times.sgdSample());
  }

  /** A trial of the same field with as little work as its laws allow is timed, and scaled up. */
  private Estimate assumption(AssumptionCheck spec, int slots) {
    AssumptionCheck small =
        new AssumptionCheck(
            "Timed",
            switch (spec.field()) {
              case Formulas formulas -> formulas.shorter();
              case DigitsRegression regression -> regression.shorter();
            },
            spec.temperatures(),
            spec.seeds());
    spec.datasets().forEach(folder::check);
    Runnable trial =
        () ->
            new AssumptionTrial(small, 0, folder::open, TrialWatch.none(), new Execution("", 1, ""))
                .run();
    // The first makes the compiler ready.
    trial.run();
    long start = nanoTime.getAsLong();
    trial.run();
    double each = (nanoTime.getAsLong() - start) / 1e9 / small.cost(0);
    double[] seconds =
        IntStream.range(0, spec.trialCount()).mapToDouble(i -> spec.cost(i) * each).toArray();
    return estimate(
        seconds, slots, 0, Math.min(slots, seconds.length) * ASSUMPTION_MEMORY, 1 / each);
  }

  private static Estimate estimate(
      double[] seconds, int slots, double epochs, long memory, double samplesPerSecond) {
    Duration total = duration(lastEnd(seconds, slots));
    Duration longest = duration(Arrays.stream(seconds).max().orElse(0));
    int atATime = Math.min(slots, seconds.length);
    return new Estimate(
        seconds.length,
        epochs,
        total,
        longest,
        memory,
        samplesPerSecond,
        sentence(seconds.length, atATime, total, longest, memory));
  }

  private static String sentence(
      int trials, int atATime, Duration total, Duration longest, long memory) {
    return String.format(
        Locale.ROOT,
        "%d %s, %d at a time: about %s in all, %s for the longest, and %d MB of memory.",
        trials,
        trials == 1 ? "trial" : "trials",
        atATime,
        spoken(total),
        spoken(longest),
        Math.max(1, memory / 1_000_000));
  }

  private Estimate temperatureSweep(TemperatureSweep sweep, int slots) {
    folder.check(sweep.dataset());
    StepTimes times = StepTimes.measure(sweep, few(sweep), nanoTime);
    return estimate(sweep, times, slots, trial -> seconds(sweep, trial, times));
  }

  private Estimate landscape(Landscape spec, int slots) {
    double perStep = TimeWalkers.secondsPerStep(spec, nanoTime);
    double[] seconds =
        IntStream.range(0, spec.trialCount())
            .mapToDouble(trial -> spec.cost(trial) * perStep + LandscapeTrial.SECONDS_OF_THE_REST)
            .toArray();
    long memory = Math.min(slots, seconds.length) * LandscapeTrial.memory(spec);
    return estimate(seconds, slots, 0, memory, 1 / perStep);
  }

  private Estimate steadyState(SteadyState spec, int slots) {
    double[] seconds =
        PreparedModel.of(spec)
            .map(model -> new TimeSteadyState(model, spec, nanoTime).seconds())
            // A trial without a minimum ends at once.
            .orElseGet(() -> new double[spec.trialCount()]);
    double gradients = IntStream.range(0, seconds.length).mapToDouble(spec::cost).sum();
    // Samples, and a few dozen matrices for each trial.
    long d = spec.model().dimension();
    long memory =
        Math.min(slots, seconds.length) * 8L * (spec.model().samples() * (d + 2) + 100 * d * d);
    return estimate(
        seconds,
        slots,
        gradients / spec.model().samples(),
        memory,
        gradients / Math.max(1e-9, Arrays.stream(seconds).sum()));
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
