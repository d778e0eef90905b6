package org.shiftscope.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;

/** Results with numbers that are known. */
public final class Planted {

  private static final Execution EXECUTION = new Execution("cpu", 1, "test");
  private static final SgdEnd SGD = PlantedShift.sgd(false, 0.11, 0.21, 0.99, 0.95);

  private Planted() {}

  /** A sweep of listed temperatures and seeds from 0. */
  public static TemperatureSweep sweep(String title, List<Double> temperatures, int seeds) {
    return sweep(title, temperatures, seeds, Optional.empty());
  }

  /** The same, with or without eigenvalues and traces. */
  public static TemperatureSweep sweep(
      String title, List<Double> temperatures, int seeds, Optional<CurvatureSpec> curvature) {
    return new TemperatureSweep(
        title,
        new TrainingSpec(
            DatasetSpec.all(DatasetName.DIGITS),
            new NetworkSpec.Mlp(List.of(8), Activation.RELU, 1),
            new Temperatures.Listed(temperatures),
            new Seeds(java.util.stream.LongStream.range(0, seeds).boxed().toList()),
            new SgdSpec.AtTemperature(32, 1, 10, 1e-5)),
        new RefinementSpec.Flow(1, 1, new RefinementSpec.Integrator.Adaptive(1e-4)),
        new LineSpec(-1, 2, 61),
        curvature);
  }

  /** The same sweep, whose flows of τ = 5 are measured at shares of it too. */
  public static TemperatureSweep atEarlierTimes(TemperatureSweep sweep, Double... shares) {
    return new TemperatureSweep(
        sweep.title(),
        sweep.training(),
        new RefinementSpec.Flow(
            5,
            5,
            new RefinementSpec.Integrator.Adaptive(1e-4),
            Optional.of(new EarlierTimes(List.of(shares)))),
        sweep.line(),
        sweep.curvature());
  }

  /**
   * A measurement with quadratic losses: train 0.1 + ½ α², test 0.2 + ½ κ (1 − α)², where κ is the
   * test fit's. Eq. 3 is exact for it.
   */
  public static ShiftMeasurement measurement(double shiftNorm, double kappa, Outcome outcome) {
    return along(shiftNorm, kappa).after(SGD, outcome);
  }

  private static PlantedShift.Along along(double shiftNorm, double kappa) {
    double[] alpha = new LineSpec(-1, 2, 61).alphas();
    double[] train = new double[alpha.length];
    double[] test = new double[alpha.length];
    double[] accuracy = new double[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      train[i] = 0.1 + 0.5 * alpha[i] * alpha[i];
      test[i] = 0.2 + 0.5 * kappa * (1 - alpha[i]) * (1 - alpha[i]);
      accuracy[i] = 0.9;
    }
    return new PlantedShift.Along(
        PlantedShift.flowEnd(0.1),
        PlantedShift.flowEnd(0.1),
        shiftNorm,
        new ShiftMeasurement.Line(
            Series.of(alpha),
            Series.of(train),
            Series.of(test),
            Series.of(accuracy),
            Series.of(accuracy)),
        PlantedShift.fit(1, shiftNorm, 1, 0),
        PlantedShift.fit(kappa, shiftNorm, kappa, 0),
        new ShiftMeasurement.Eq3Check(0.2, 0.2 + kappa / 2, 0.2 + kappa / 2, 0.2 + kappa / 2));
  }

  /** The figures of an experiment's first tab. */
  public static List<Figure> figures(
      ExperimentSpec spec, OptionalDouble temperature, List<Trial> trials) {
    return figures(spec, temperature, results(spec, trials));
  }

  /** The figures of an experiment's first tab. */
  public static List<Figure> figures(
      ExperimentSpec spec, OptionalDouble temperature, Results results) {
    return KindPage.of(spec).tabs().getFirst().figures().of(temperature, results);
  }

  /** A measurement whose SGD ended where guessing does. */
  public static ShiftMeasurement hardlyTrained(double shiftNorm) {
    return along(shiftNorm, 1)
        .after(PlantedShift.sgd(false, 2.29, 2.3, 0.1, 0.1), Outcome.MEASURED);
  }

  /**
   * A measurement with eigenvalues and traces: largest and trace as given for the test loss, half
   * for the train loss.
   */
  public static ShiftMeasurement withSpectra(double largest, double trace) {
    return along(1, 1)
        .after(
            SGD,
            Outcome.MEASURED,
            "Measured at planted numbers.",
            Optional.of(
                new ShiftMeasurement.Spectra(
                    spectrum(largest / 2, trace / 2), spectrum(largest, trace))));
  }

  /**
   * The same with points that were judged: the train point nearly a minimum, the test point none.
   */
  public static ShiftMeasurement judged(ShiftMeasurement plain) {
    return PlantedShift.with(
        plain,
        plain.trainPoint().certified(certificate(Grade.NEARLY)),
        plain.testPoint().certified(certificate(Grade.NOT_A_MINIMUM)));
  }

  private static MinimumCertificate certificate(Grade grade) {
    return new MinimumCertificate(
        grade,
        "Planted.",
        new MinimumCertificate.Evidence(
            0.1,
            1e-3,
            Double.NaN,
            1,
            Optional.empty(),
            0.5,
            0.01,
            0,
            Optional.empty(),
            Optional.empty()));
  }

  private static Spectrum spectrum(double largest, double trace) {
    return new Spectrum(
        Series.of(largest, largest / 2),
        -0.125,
        0.001,
        false,
        Optional.of(
            new LowestEigenvalues(
                Series.of(-0.125, 0.0625), Series.of(0.25, 0.5), -0.5, 1e-3, largest, 60)),
        trace,
        0.25,
        3,
        Series.of(2, 1),
        0.75,
        0.0625,
        110,
        64,
        Optional.of(new ConfidenceInterval(trace - 0.5, trace + 0.5)),
        Optional.empty());
  }

  /** A trial whose loss left the finite numbers. */
  public static Diverged diverged() {
    return new Diverged("The loss was not finite at step 7; lower the temperature.", 7, EXECUTION);
  }

  /** A finished trial. */
  public static Trial finished(int number, TrialResult result) {
    return new Trial(
        new TrialSummary(
            new ExperimentId("aaaaaaaaaaaa"),
            number,
            TrialState.FINISHED,
            Optional.of(result.outcome().id()),
            "",
            1,
            1,
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH.plusSeconds(3)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(new Document.Readable<>(result)));
  }

  /** These trials, and what was found over those that count. */
  public static Results results(ExperimentSpec spec, List<Trial> trials) {
    return results(spec, trials, Include.COUNTED);
  }

  /** These trials, and what was found over them. */
  public static Results results(ExperimentSpec spec, List<Trial> trials, Include include) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials.forEach(trial -> trial.result().ifPresent(found -> results.put(trial.number(), found)));
    return new Results(trials, Optional.of(Kind.of(spec).findings(results, include)));
  }
}
