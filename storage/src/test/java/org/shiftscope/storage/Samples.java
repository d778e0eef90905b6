package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.MinimumCertificate.Minibatches;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.StartSpec;
import org.shiftscope.compute.spec.Starts;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/** Specs and results to store. */
final class Samples {

  /** What a worker of a test says that it computes on. */
  static final Execution EXECUTION = new Execution("cpu", 1, "test");

  private static final int POINTS = 61;

  private Samples() {}

  /** A spec with so many trials, all of one cost. */
  static TemperatureSweep spec(String title, int trials) {
    return spec(title, List.of(0.01), trials);
  }

  /** A spec with so many trials, the first of which start from points, one each. */
  static TemperatureSweep starting(String title, int trials, PointRef... from) {
    return starting(
        title,
        trials,
        IntStream.range(0, from.length).mapToObj(i -> new StartSpec(i, from[i])).toList());
  }

  /** A spec with two trials, the second of which starts from a point. */
  static TemperatureSweep second(String title, PointRef from) {
    return starting(title, 2, List.of(new StartSpec(1, from)));
  }

  private static TemperatureSweep starting(String title, int trials, List<StartSpec> starts) {
    TemperatureSweep plain = spec(title, trials);
    return new TemperatureSweep(
        title,
        new TrainingSpec(
            plain.dataset(),
            plain.network(),
            plain.temperatures(),
            plain.seeds(),
            plain.sgd(),
            Optional.of(new Starts(starts))),
        plain.refinement(),
        plain.line());
  }

  /** A spec with 10,000 trials. */
  static TemperatureSweep tenThousand(String title) {
    return spec(title, IntStream.range(0, 10).mapToObj(i -> 0.01 + 0.001 * i).toList(), 1_000);
  }

  /** A spec of some temperatures and seeds. */
  static TemperatureSweep spec(String title, List<Double> temperatures, int seeds) {
    var quick = (TemperatureSweep) Presets.all().getFirst().spec();
    return new TemperatureSweep(
        title,
        new TrainingSpec(
            quick.dataset(),
            quick.network(),
            new Temperatures.Listed(temperatures),
            new Seeds(LongStream.range(0, seeds).boxed().toList()),
            quick.sgd()),
        quick.refinement(),
        quick.line());
  }

  /** A result of its own for each seed: any bits that a double can have, but for infinities. */
  static TrialResult result(long seed) {
    var random = new Random(seed);
    return new PlantedShift.Along(
            new RefinedPoint(
                "flow end",
                "fixed-rate",
                n(random),
                n(random),
                17,
                5,
                n(random),
                certificate(random)),
            new RefinedPoint(
                "minimum", "l-bfgs", n(random), Double.NaN, Long.MAX_VALUE, 0, 0, Optional.empty()),
            Double.MIN_VALUE,
            new Line(
                series(random), series(random), series(random), series(random), series(random)),
            fit(random),
            fit(random),
            new Eq3Check(n(random), n(random), n(random), n(random)))
        .after(
            sgd(random),
            Outcome.MEASURED,
            "Measured \"θ\" at seed " + seed + ".",
            seed % 2 == 0
                ? Optional.empty()
                : Optional.of(new Spectra(spectrum(random), spectrum(random))));
  }

  private static SgdEnd sgd(Random random) {
    return new SgdEnd(
        n(random),
        random.nextLong(),
        n(random),
        n(random),
        true,
        0.0,
        -0.0,
        1,
        0.1,
        Optional.empty());
  }

  private static Optional<MinimumCertificate> certificate(Random random) {
    return Optional.of(
        new MinimumCertificate(
            Grade.NEARLY,
            "No tolerance was asked of the gradient.",
            new Evidence(
                n(random),
                n(random),
                Double.NaN,
                n(random),
                Optional.of(new Minibatches(32, 10, n(random))),
                n(random),
                n(random),
                n(random),
                Optional.of(new Along(n(random), n(random), n(random), n(random), Double.NaN)),
                Optional.of(lowest(random)))));
  }

  private static LowestEigenvalues lowest(Random random) {
    return new LowestEigenvalues(
        Series.of(n(random), n(random)),
        Series.of(n(random), n(random)),
        n(random),
        1e-3,
        n(random),
        random.nextLong());
  }

  private static Spectrum spectrum(Random random) {
    return new Spectrum(
        series(random),
        n(random),
        n(random),
        random.nextBoolean(),
        Optional.of(lowest(random)),
        n(random),
        n(random),
        n(random),
        series(random),
        n(random),
        n(random),
        random.nextLong(),
        17,
        Optional.of(new ConfidenceInterval(n(random), n(random))),
        Optional.empty());
  }

  private static CurvatureFit fit(Random random) {
    return new CurvatureFit(
        n(random),
        n(random),
        n(random),
        n(random),
        42,
        n(random),
        n(random),
        n(random),
        n(random),
        n(random),
        Optional.empty());
  }

  private static Series series(Random random) {
    double[] values = random.longs(POINTS).mapToDouble(bits -> finite(bits)).toArray();
    values[3] = Double.NaN;
    values[4] = -0.0;
    values[5] = 5.0;
    values[6] = Double.MAX_VALUE;
    return Series.of(values);
  }

  private static double n(Random random) {
    return finite(random.nextLong());
  }

  private static double finite(long bits) {
    double value = Double.longBitsToDouble(bits);
    return Double.isFinite(value) ? value : 1.0 / 3;
  }
}
