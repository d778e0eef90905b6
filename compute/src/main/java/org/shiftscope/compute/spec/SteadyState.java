package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The steady state of real SGD (Eqs 5, 9-11 and 13 and Appendix B.2 of the paper): for each
 * temperature, batch size and seed, θ ← θ − (η/B) Σ (∇ℓ_i + λθ + ε ξ_i) with η = T · B from the
 * minimum on, and the mean, the covariance and the occupation of basins that it comes to.
 *
 * @param title a person's name for it
 * @param model what is trained, with its data
 * @param temperatures the temperatures T = η / B, in learning rate per sample
 * @param batchSizes batch sizes B at each temperature, 1 to N, distinct: equal T with different B
 *     must agree while η = T · B is small
 * @param seeds one trial for each temperature, batch size and seed, 10,000 trials at most
 * @param replacement how batches are drawn
 * @param flowTime η · steps that are sampled, 1e-3 to 1e9. An error needs many relaxation times 1 /
 *     h of the smallest eigenvalue h of the Hessian
 * @param burnIn η · steps before, 0 to 1e9
 * @param lambda L2 coefficient λ, 0 to 100
 * @param epsilon deviation ε of the noise added to each sample's gradient (Eq. 13), 0 to 100
 * @param margin share of a quantity within which two (η, B) at equal T count as equivalent, 0.001
 *     to 1
 */
@Id(SteadyState.KIND)
@Offers(SteadyStatePresets.class)
public record SteadyState(
    @Default(by = "defaultTitle") String title,
    PlantedModel model,
    Temperatures temperatures,
    @Items(least = 1, most = 100) List<Integer> batchSizes,
    Seeds seeds,
    @Default("with") Replacement replacement,
    @Within(least = 1e-3, most = 1e9) double flowTime,
    @Within(least = 0, most = 1e9) double burnIn,
    @Default("0") @Within(least = 0, most = 100) double lambda,
    @Default("0") @Within(least = 0, most = 100) double epsilon,
    @Default("0.1") @Within(least = 1e-3, most = 1) double margin)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "steady-state";

  /** A hundred for each of the windows that errors are taken from. */
  private static final int FEWEST_STEPS = 3_200;

  /** Sample gradients of a trial: some hours. */
  private static final double MOST_GRADIENTS = 1e12;

  public SteadyState {
    title = title.strip();
    batchSizes = List.copyOf(batchSizes);
    var problems = new Problems().title(title);
    problems
        .items(
            SteadyState.class, "batchSizes", "batchSizes", batchSizes, "must hold 1 to 100 numbers")
        .require(
            new HashSet<>(batchSizes).size() == batchSizes.size(),
            "batchSizes",
            "must differ from one another",
            batchSizes);
    temperatures.checkOfNetwork(problems, "temperatures");
    axes(temperatures, batchSizes, seeds)
        .check(problems, Axes.MOST_TRIALS, "batchSizes", "temperatures and seeds")
        .within(SteadyState.class, "flowTime", flowTime)
        .within(SteadyState.class, "burnIn", burnIn)
        .within(SteadyState.class, "lambda", lambda)
        .within(SteadyState.class, "epsilon", epsilon)
        .within(SteadyState.class, "margin", margin)
        .require(
            lambda > 0 || !model.needsLambda(),
            "lambda",
            "must be above 0 for " + model.name() + ", whose minimum is strict only then",
            lambda);
    for (int i = 0; i < batchSizes.size(); i++) {
      problems.wholeNumber("batchSizes[" + i + "]", batchSizes.get(i), 1, model.samples());
    }
    for (double temperature : temperatures.values()) {
      problems.require(
          !((flowTime + burnIn) / temperature > MOST_GRADIENTS),
          "flowTime",
          "with burnIn must take at most 1e12 sample gradients, (flowTime + burnIn) / T, also at T"
              + " = "
              + SayValue.of(temperature),
          flowTime);
    }
    double largestRate =
        temperatures.values().stream().mapToDouble(t -> t).max().orElse(0)
            * batchSizes.stream().mapToInt(b -> b).max().orElse(0);
    problems.require(
        !(flowTime < FEWEST_STEPS * largestRate),
        "flowTime",
        "must make at least "
            + FEWEST_STEPS
            + " steps at the largest η = T · B, "
            + SayValue.of(largestRate),
        flowTime);
    problems.refuseIfAny();
  }

  static String defaultTitle(Optional<PlantedModel> model) {
    return "Steady state" + model.map(planted -> " of the " + planted.name() + " model").orElse("");
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return Optional.empty();
  }

  @Override
  public Axes axes() {
    return axes(temperatures, batchSizes, seeds);
  }

  private static Axes axes(Temperatures temperatures, List<Integer> batchSizes, Seeds seeds) {
    return Axes.of(Axis.of(temperatures), Axis.ofBatchSizes(batchSizes), Axis.of(seeds));
  }

  /** The batch size of a trial. */
  public int batchSizeOf(int trial) {
    return Math.toIntExact(axes().whole(Axis.BATCH_SIZE, trial));
  }

  /** η = T · B. */
  public double learningRateOf(int trial) {
    return temperatureOf(trial) * batchSizeOf(trial);
  }
}
