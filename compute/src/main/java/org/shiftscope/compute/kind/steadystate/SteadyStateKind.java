package org.shiftscope.compute.kind.steadystate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.steadystate.CostSteadyState;
import org.shiftscope.compute.steadystate.Predict;
import org.shiftscope.compute.steadystate.PreparedModel;
import org.shiftscope.compute.steadystate.TimeSteadyState;

/**
 * The steady state.
 *
 * @param spec the experiment
 */
public record SteadyStateKind(SteadyState spec) implements Kind {

  @Override
  public String aim() {
    return "The steady state of minibatch SGD on a small model was simulated, and compared"
        + " with the theory of Bradley et al. (2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return new SteadyStateTrial(spec, costs(context.trial()), context).run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    return CostSteadyState.of(spec, trial);
  }

  @Override
  public double epochs(int trial) {
    return gradients(trial) / spec.model().samples();
  }

  /** Gradients of one sample in SGD's steps. */
  private double gradients(int trial) {
    return (spec.flowTime() + spec.burnIn()) / spec.temperatureOf(trial);
  }

  /** Samples, and a few dozen matrices for each trial. */
  @Override
  public TrialMemory memory() {
    long d = spec.model().dimension();
    return TrialMemory.inHeap(
        "model.samples", 8 * (spec.model().samples() * (d + 2) + 100 * d * d));
  }

  /** A trial without a minimum ends at once. */
  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    Map<String, Double> seconds =
        PreparedModel.of(spec)
            .map(model -> new TimeSteadyState(model, spec, nanoTime).seconds())
            .orElseGet(() -> CostSteadyState.nothing(spec));
    int batchSize = spec.batchSizeOf(0);
    double step = Math.max(1e-9, seconds.getOrDefault(CostSteadyState.step(batchSize), 0.0));
    return new Timing(new Speed(batchSize / step, Speed.Unit.SAMPLES), seconds);
  }

  @Override
  public Optional<SteadyStateTheory> theory(OptionalDouble temperature) {
    return Predict.of(spec, temperature);
  }

  @Override
  public SteadyStateFindings findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    return FindSteadyState.of(spec, results, include);
  }
}
