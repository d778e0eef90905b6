package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
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
import org.shiftscope.compute.spec.EnsembleSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;

/** A small experiment of each kind that takes a second or two. */
final class SmallExperiments {

  private static final Temperatures TEMPERATURE = new Temperatures.Listed(List.of(5e-3));
  private static final Seeds SEED = new Seeds(List.of(3L));

  private SmallExperiments() {}

  static List<ExperimentSpec> ofEveryKind() {
    return List.of(
        sweep(),
        landscape(),
        steadyState(Replacement.WITHOUT),
        assumption(
            "Current",
            new Formulas(
                "x^2/2 + 2*y^2",
                "1",
                "0.6",
                "1",
                new Domain(-3, 3, -3, 3),
                21,
                new CurrentSpec(2_048, 4_000, 0.01, 8))),
        assumption("Curl", new DigitsRegression(3, 8, 4, 1e-2, 60)),
        accuracy(),
        overparametrized());
  }

  private static TemperatureSweep sweep() {
    return new TemperatureSweep(
        "Sweep",
        training(600, 100, List.of(16), new SgdSpec.AtTemperature(20, 50, 10_000, 1e-3)),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.Adaptive(1e-3)),
        new LineSpec(-1, 2, 51),
        Optional.of(new CurvatureSpec(2, 6)));
  }

  private static Landscape landscape() {
    return new Landscape(
        "Landscape",
        new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "x^4/4 - x^2/2 + 0.1*x"),
        0.1,
        "1 + x^2/4",
        new DomainSpec(-3, 3),
        TEMPERATURE,
        SEED,
        new EnsembleSpec(5_000, 40, 0.01));
  }

  private static SteadyState steadyState(Replacement replacement) {
    return new SteadyState(
        "Steady state",
        new PlantedModel.Linear(40, 2, 5, 1, 1, 0),
        TEMPERATURE,
        List.of(4),
        SEED,
        replacement,
        80_000,
        10,
        0.1,
        0.5,
        0.1);
  }

  private static AssumptionCheck assumption(String title, AssumptionCheck.VectorField field) {
    return new AssumptionCheck(title, field, TEMPERATURE, SEED);
  }

  private static DiffusionAccuracy accuracy() {
    return new DiffusionAccuracy(
        "Accuracy",
        training(600, 100, List.of(16), new SgdSpec.AtTemperature(20, 50, 10_000, 1e-3)),
        new WeakErrorSpec(ScalarModel.LOGISTIC_REGRESSION, 6, 2, 0.2, 2, 4));
  }

  private static OverparametrizedShift overparametrized() {
    return new OverparametrizedShift(
        "Overparametrized",
        training(40, 40, List.of(16), new SgdSpec.AtTemperature(10, 50, 100_000, 1e-2)),
        new RefinementSpec.Minimum(1e-4, 200),
        new ModifiedSgdSpec(2, 3, 0.5, 1, 2, 50, 100));
  }

  private static TrainingSpec training(int train, int test, List<Integer> hidden, SgdSpec sgd) {
    return new TrainingSpec(
        new DatasetSpec(DatasetName.DIGITS, train, test),
        new NetworkSpec.Mlp(hidden, Activation.TANH, 1),
        TEMPERATURE,
        SEED,
        sgd);
  }
}
