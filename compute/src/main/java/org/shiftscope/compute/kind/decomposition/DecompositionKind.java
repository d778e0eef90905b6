package org.shiftscope.compute.kind.decomposition;

import static org.shiftscope.compute.training.TrainingStep.GRADIENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.LowestOfBoth;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.decomposition.DecomposeTrial;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.result.DecompositionFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * Every term of Eq. 4.
 *
 * @param spec the experiment
 */
public record DecompositionKind(LossDecomposition spec) implements Kind {

  @Override
  public TrialResult run(TrialContext context) {
    return new DecompositionTrial(
            spec,
            new TrainNetwork(spec.training(), context),
            context.stages(spec, costs(context.trial())))
        .run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    TrainingSpec training = spec.training();
    DatasetSpec dataset = training.dataset(trial);
    List<StageCost> costs = new ArrayList<>();
    costs.add(TrainNetwork.cost(training, trial));
    costs.add(ContinueSgd.cost(training, spec.window(), trial));
    costs.add(GRADIENT.cost("train point", training.trainPointCost(spec.refinement(), trial)));
    costs.add(GRADIENT.cost("test point", training.testPointCost(spec.refinement(), trial)));
    costs.addAll(LowestOfBoth.costs(dataset, parameters()));
    costs.addAll(CertifyBoth.costs("certificates", dataset, spec.sgd().batchSize()));
    costs.addAll(DecomposeTrial.costs(training, spec.window(), trial));
    return costs;
  }

  private int parameters() {
    return Network.parameterCount(spec.network(), spec.dataset().name());
  }

  @Override
  public double epochs(int trial) {
    return spec.training().epochs(trial);
  }

  @Override
  public TrialMemory memory() {
    return DecomposeTrial.memory(
            TrainingMemory.of(spec.training(), spec.datasets(), spec.refinement().vectors()),
            spec.training(),
            spec.window())
        .with(LowestOfBoth.memory(spec.training()));
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(spec, folder, nanoTime)
        .time(
            costs(0),
            Map.of(
                LowestOfBoth.SEARCH,
                () -> Lanczos.secondsOfOperation(parameters(), nanoTime),
                MeasureSpan.PAIR,
                () -> MeasureSpan.secondsOfPair(parameters(), nanoTime)));
  }

  @Override
  public DecompositionFindings findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    return FindDecomposition.of(spec, results, include);
  }

  @Override
  public List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec.training(), point);
  }
}
