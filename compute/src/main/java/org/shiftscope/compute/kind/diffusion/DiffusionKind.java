package org.shiftscope.compute.kind.diffusion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.DiffusionFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.StepTimes;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * The accuracy of diffusion.
 *
 * @param spec the experiment
 */
public record DiffusionKind(DiffusionAccuracy spec) implements Kind {

  private static final String WEAK_ERROR = "weak error";

  /** About what a gradient of one sample alone costs, in parts of one inside a minibatch. */
  private static final double ALONE = 5;

  /** Hessian-vector products of the search for the top eigenvector, of three gradients each. */
  private static final double PRODUCTS = 50;

  /** Vectors of d numbers of the gradient noise and the search. */
  private static final int NOISE_VECTORS = 8;

  @Override
  public TrialResult run(TrialContext context) {
    return new DiffusionTrial(
            spec,
            new TrainNetwork(spec.training(), context),
            context.stages(spec, costs(context.trial())))
        .run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    return List.of(
        TrainNetwork.cost(spec.training(), trial),
        new StageCost("gradient noise", (ALONE + 3 * PRODUCTS) * spec.dataset().trainSamples()),
        new StageCost(WEAK_ERROR, spec.weakError().cost()));
  }

  @Override
  public double epochs(int trial) {
    return spec.training().epochs(trial);
  }

  @Override
  public TrialMemory memory() {
    return TrainingMemory.of(spec.training(), NOISE_VECTORS);
  }

  /** The weak error is computed once: it is the same in each trial. */
  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    StepTimes times = StepTimes.measure(spec.training(), folder, nanoTime);
    long start = nanoTime.getAsLong();
    weakError(RandomStreams.of(0));
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    return times.timing(this::costs, Map.of(WEAK_ERROR, seconds / spec.weakError().cost()));
  }

  @Override
  public Optional<WeakError> theory(OptionalDouble temperature) {
    return Optional.of(weakError(RandomStreams.of(spec.seedOf(0))));
  }

  private WeakError weakError(RandomStreams streams) {
    return MeasureWeakError.measure(
        spec.weakError(), streams, StageRun.whole(share -> AnswerInTurn.stopIfInterrupted()));
  }

  @Override
  public DiffusionFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindDiffusion.of(spec, results, include);
  }

  @Override
  public List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec.training(), point);
  }
}
