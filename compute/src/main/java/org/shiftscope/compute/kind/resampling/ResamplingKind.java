package org.shiftscope.compute.kind.resampling;

import java.util.List;
import java.util.Map;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.kind.sweep.SweepKind;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ResamplingFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * Resampling: each trial is the one trial of a temperature sweep on the samples that it draws.
 *
 * @param spec the experiment
 */
public record ResamplingKind(Resampling spec) implements TrainedKind {

  @Override
  public String aim() {
    return "Networks were trained on samples split and drawn anew, to tell a shift of the"
        + " distribution from that of finite samples (Fig. 5 of Bradley et al., 2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return asSweep(context.trial())
        .run(new TrialContext(0, context.watch(), context.execution(), context.datasets()));
  }

  @Override
  public List<StageCost> costs(int trial) {
    return asSweep(trial).costs(0);
  }

  private SweepKind asSweep(int trial) {
    return new SweepKind(spec.sweep(trial));
  }

  @Override
  public TrialMemory memory() {
    return TrainingMemory.of(spec.training(), spec.datasets(), spec.refinement().vectors());
  }

  @Override
  public List<ClaimEvidence> claims(Map<Integer, ? extends TrialResult> results, Include include) {
    return spec.sgd().noise().isPresent()
        ? List.of()
        : ClaimResampling.of(
            spec,
            FindResampling.sort(spec, results, include),
            FindResampling.of(spec, results, include));
  }

  @Override
  public ResamplingFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindResampling.of(spec, results, include);
  }
}
