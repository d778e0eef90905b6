package org.shiftscope.compute.kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.DomainSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.EnsembleSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.LangevinSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.SampleSizes;
import org.shiftscope.compute.spec.SecondStage;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.SharpnessSpec;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.spec.WindowSpec;

/** A small experiment of each kind, to be run through all its stages. */
public final class SmallExperiments {

  private static final Temperatures TEMPERATURE = new Temperatures.Listed(List.of(5e-3));
  private static final Seeds SEED = new Seeds(List.of(3L));

  private SmallExperiments() {}

  /** How much a trial does. */
  public record Size(
      DatasetSpec dataset,
      int hidden,
      double flowTime,
      EnsembleSpec ensemble,
      double steadyTime,
      CurrentSpec current,
      DigitsRegression curl,
      ModifiedSgdSpec modified,
      int firstStageEpochs) {

    /** A fraction of a second. */
    public static final Size INSTANT =
        new Size(
            new DatasetSpec(DatasetName.DIGITS, 100, 50),
            8,
            6,
            new EnsembleSpec(600, 12, 0.01),
            6_000,
            new CurrentSpec(512, 600, 0.01, 8),
            new DigitsRegression(3, 8, 2, 1e-2, 4),
            new ModifiedSgdSpec(2, 3, 0.5, 1, 2, 4, 20),
            12);

    /** A second or two. */
    public static final Size SECONDS =
        new Size(
            new DatasetSpec(DatasetName.DIGITS, 600, 100),
            16,
            50,
            new EnsembleSpec(5_000, 40, 0.01),
            80_000,
            new CurrentSpec(2_048, 4_000, 0.01, 8),
            new DigitsRegression(3, 8, 4, 1e-2, 60),
            new ModifiedSgdSpec(2, 3, 0.5, 1, 2, 50, 100),
            4_000);
  }

  /** One of each kind, and one of each field of Assumption 1. */
  public static List<ExperimentSpec> ofEveryKind(Size size) {
    return List.of(
        sweep(size, atTemperature(size)),
        decomposition(size),
        landscape(size),
        steadyState(size, Replacement.WITHOUT),
        assumption(
            "Current",
            new Formulas(
                "x^2/2 + 2*y^2", "1", "0.6", "1", new Domain(-3, 3, -3, 3), 21, size.current)),
        assumption("Curl", size.curl),
        accuracy(size),
        overparametrized(size),
        resampling(size),
        twoStage(size));
  }

  /**
   * Instant ones of each kind, with both plans of SGD, all its dynamics and both ways to draw
   * minibatches.
   */
  static List<ExperimentSpec> instant() {
    return Stream.concat(
            ofEveryKind(Size.INSTANT).stream(),
            Stream.of(
                windowed(Size.INSTANT, Optional.empty()),
                windowed(Size.INSTANT, Optional.of(new Dynamics.Momentum(0.9))),
                windowed(Size.INSTANT, Optional.of(new Dynamics.AntiPgd(1e-3))),
                windowed(Size.INSTANT, Optional.of(new Dynamics.Isotropic(0.1))),
                sweep(
                    Size.INSTANT, new SgdSpec.Scheduled(0.1, 20, 12, 0.5, List.of(0.5), 0.1, 1e-3)),
                steadyState(Size.INSTANT, Replacement.WITH),
                CheckedTrial.instant().spec("{\"linearMix\": [10], \"sinh\": [1]}", 3)))
        .toList();
  }

  private static SgdSpec atTemperature(Size size) {
    return new SgdSpec.AtTemperature(20, size.flowTime, 10_000, 1e-3);
  }

  private static TemperatureSweep sweep(Size size, SgdSpec plan) {
    return new TemperatureSweep(
        "Sweep",
        training(size, size.dataset, plan),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.Adaptive(1e-3)),
        new LineSpec(-1, 2, 51),
        Optional.of(new CurvatureSpec(2, 6)),
        Optional.of(
            new MeasuresSpec(
                List.of(MeasureName.values()),
                6,
                new SharpnessSpec(0.1, 0.5, 3, 3),
                new LangevinSpec(100, 1e-3, 100))));
  }

  private static LossDecomposition decomposition(Size size) {
    return new LossDecomposition(
        "Decomposition",
        training(size, size.dataset, atTemperature(size)),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.Adaptive(1e-3)),
        new WindowSpec(size.flowTime / 2, 12, true));
  }

  private static TemperatureSweep windowed(Size size, Optional<Dynamics> dynamics) {
    return new TemperatureSweep(
        "Sweep",
        training(
            size,
            size.dataset,
            new SgdSpec.AtTemperature(20, size.flowTime, 10_000, 1e-3, dynamics)),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.Adaptive(1e-3)),
        new LineSpec(-1, 2, 51),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new WindowSpec(size.flowTime / 4, 9, false)));
  }

  private static Landscape landscape(Size size) {
    return new Landscape(
        "Landscape",
        new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "x^4/4 - x^2/2 + 0.1*x"),
        0.1,
        "1 + x^2/4",
        new DomainSpec(-3, 3),
        TEMPERATURE,
        SEED,
        size.ensemble);
  }

  private static SteadyState steadyState(Size size, Replacement replacement) {
    return new SteadyState(
        "Steady state",
        new PlantedModel.Linear(40, 2, 5, 1, 1, 0),
        TEMPERATURE,
        List.of(4),
        SEED,
        replacement,
        size.steadyTime,
        10,
        0.1,
        0.5,
        0.1);
  }

  private static AssumptionCheck assumption(String title, AssumptionCheck.VectorField field) {
    return new AssumptionCheck(title, field, TEMPERATURE, SEED);
  }

  private static DiffusionAccuracy accuracy(Size size) {
    return new DiffusionAccuracy(
        "Accuracy",
        training(size, size.dataset, atTemperature(size)),
        new WeakErrorSpec(ScalarModel.LOGISTIC_REGRESSION, 6, 2, 0.2, 2, 4));
  }

  private static OverparametrizedShift overparametrized(Size size) {
    return new OverparametrizedShift(
        "Overparametrized",
        training(
            size,
            new DatasetSpec(DatasetName.DIGITS, 40, 40),
            new SgdSpec.AtTemperature(10, size.flowTime, 100_000, 1e-2)),
        new RefinementSpec.Minimum(1e-4, 200),
        size.modified);
  }

  /** Its first trial draws a part of the samples. */
  private static Resampling resampling(Size size) {
    int samples = size.dataset.samples();
    return new Resampling(
        "Resampling",
        training(size, size.dataset, atTemperature(size)),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.Adaptive(1e-3)),
        new LineSpec(-1, 2, 51),
        Optional.empty(),
        Optional.of(new SampleSizes(List.of(samples / 2, samples))));
  }

  /** Trial 0 is the first stage, trials 1 and 2 start from its end. */
  static TwoStage twoStage(Size size) {
    return new TwoStage(
        "Two stages",
        size.dataset,
        new NetworkSpec.Mlp(List.of(size.hidden), Activation.TANH, 1),
        TEMPERATURE,
        List.of(5, 20),
        SEED,
        new SgdSpec.Scheduled(0.1, 20, size.firstStageEpochs, 0.5, List.of(0.5), 0.1, 1e-3),
        new SecondStage(new SecondStage.Epochs(4), 6, FinalLoss.WHOLE, 0.25, true));
  }

  private static TrainingSpec training(Size size, DatasetSpec dataset, SgdSpec sgd) {
    return new TrainingSpec(
        dataset,
        new NetworkSpec.Mlp(List.of(size.hidden), Activation.TANH, 1),
        TEMPERATURE,
        SEED,
        sgd);
  }
}
