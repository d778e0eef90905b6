package org.shiftscope.compute.kind.overparametrized;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.overparametrized.ModifiedSgd;
import org.shiftscope.compute.result.ModifiedSgdTheory;
import org.shiftscope.compute.result.OverparametrizedFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.StepTimes;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * The overparametrized case.
 *
 * @param spec the experiment
 */
public record OverparametrizedKind(OverparametrizedShift spec) implements Kind {

  /** Hessian-vector products of each search for the ends of a spectrum, three gradients each. */
  private static final double PRODUCTS = 100;

  /** Steps of the modified SGD that take as long as a gradient of a small network. */
  private static final double STEPS = 20;

  @Override
  public TrialResult run(TrialContext context) {
    return new OverparametrizedTrial(
            spec,
            new TrainNetwork(spec.training(), context),
            context.stages(spec, costs(context.trial())))
        .run();
  }

  /** Orthogonalising N gradients of one sample: each costs about as much as N gradients. */
  @Override
  public List<StageCost> costs(int trial) {
    double train = spec.dataset().trainSamples();
    double test = spec.dataset().testSamples();
    return List.of(
        new StageCost("modified SGD", spec.modifiedSgd().steps(spec.temperatureOf(trial)) / STEPS),
        TrainNetwork.cost(spec.training(), trial),
        new StageCost("train point", spec.training().trainPointCost(spec.refinement())),
        new StageCost("test point", spec.training().testPointCost(spec.refinement())),
        new StageCost("train span", train * train),
        new StageCost("test span", test * test),
        new StageCost("spectrum", 2 * 3 * PRODUCTS * train));
  }

  @Override
  public double epochs(int trial) {
    return spec.training().epochs(trial);
  }

  /** With the gradients of all samples, orthogonalised. */
  @Override
  public TrialMemory memory() {
    int train = spec.dataset().trainSamples();
    int test = spec.dataset().testSamples();
    return TrainingMemory.of(spec.training(), spec.refinement().vectors())
        .with(
            TrainingMemory.vectors(
                spec.training(),
                Math.max(train, test),
                train >= test ? "dataset.trainSamples" : "dataset.testSamples",
                "fewer samples or a smaller network"));
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return StepTimes.measure(spec.training(), folder, nanoTime).timing(this::costs, Map.of());
  }

  @Override
  public Optional<ModifiedSgdTheory> theory(OptionalDouble temperature) {
    return Optional.of(
        ModifiedSgd.theory(
            spec.modifiedSgd(),
            temperature.orElse(spec.temperatureOf(0)),
            ModifiedSgd.streams(spec.seedOf(0))));
  }

  @Override
  public OverparametrizedFindings findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    return FindOverparametrized.of(spec, results, include);
  }

  @Override
  public List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec.training(), point);
  }
}
