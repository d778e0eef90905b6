package org.shiftscope.compute.kind.diffusion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.DiffusionFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The accuracy of diffusion.
 *
 * @param spec the experiment
 */
public record DiffusionKind(DiffusionAccuracy spec) implements TrainedKind {

  private static final String WEAK_ERROR = "weak error";

  private static final String NOISE = "gradient noise";

  /** Hessian-vector products of the search for the top eigenvector, and along each direction. */
  private static final double PRODUCTS = 50;

  /** Vectors of d numbers of the gradient noise and the search. */
  private static final int NOISE_VECTORS = 8;

  @Override
  public String aim() {
    return "How closely a diffusion follows SGD was measured by the weak error (Appendix A"
        + " of Bradley et al., 2021)";
  }

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
    int samples = spec.training().dataset(trial).trainSamples();
    return List.of(
        TrainNetwork.cost(spec.training(), trial),
        TrainingStep.PRODUCT.cost(NOISE, PRODUCTS * samples),
        TrainingStep.ALONE.cost(NOISE, samples),
        new StageCost(
            WEAK_ERROR,
            WEAK_ERROR,
            spec.weakError().operations(),
            TrainingStep.weightOf(1, parameters())));
  }

  @Override
  public TrialMemory memory() {
    return TrainingMemory.of(spec.training(), spec.datasets(), NOISE_VECTORS);
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(spec, folder, nanoTime)
        .time(costs(0), Map.of(WEAK_ERROR, () -> operation(nanoTime)));
  }

  /** Seconds of an operation of the weak error, from one of few minibatches and halvings. */
  private double operation(LongSupplier nanoTime) {
    WeakErrorSpec few = spec.weakError().shorter();
    return TimeSteps.median(() -> weakError(few, RandomStreams.of(0)), nanoTime) / few.operations();
  }

  @Override
  public Optional<WeakError> theory(OptionalDouble temperature) {
    return Optional.of(weakError(spec.weakError(), RandomStreams.of(spec.seedOf(0))));
  }

  private static WeakError weakError(WeakErrorSpec spec, RandomStreams streams) {
    return MeasureWeakError.measure(
        spec, streams, StageRun.whole(share -> AnswerInTurn.stopIfInterrupted()));
  }

  @Override
  public DiffusionFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindDiffusion.of(spec, results, include);
  }
}
