package org.shiftscope.compute.kind.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.LowestOfBoth;
import org.shiftscope.compute.decomposition.ClaimLargestPart;
import org.shiftscope.compute.decomposition.DecomposeTrial;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.DecompositionFindings;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * Every term of Eq. 4.
 *
 * @param spec the experiment
 */
public record DecompositionKind(LossDecomposition spec) implements TrainedKind {

  @Override
  public String aim() {
    return "Networks were trained by SGD at several temperatures, and every term of the test"
        + " loss’s expansion around the test point was measured over SGD’s iterates (Eq. 4"
        + " of Bradley et al., 2021)";
  }

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
    costs.addAll(RefineBoth.costs(training, spec.refinement(), trial));
    costs.addAll(LowestOfBoth.costs(dataset, parameters()));
    costs.addAll(CertifyBoth.costs("certificates", dataset, spec.sgd().batchSize()));
    costs.addAll(DecomposeTrial.costs(training, spec.window(), trial));
    return costs;
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
  public DecompositionFindings findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    return FindDecomposition.of(spec, results, include);
  }

  @Override
  public List<ClaimEvidence> claims(Map<Integer, ? extends TrialResult> results, Include include) {
    return spec.sgd().noise().isPresent()
        ? List.of()
        : ClaimLargestPart.of(
            FindDecomposition.sort(spec, results, include)
                .map(DecompositionMeasurement::decomposition),
            "figures");
  }
}
