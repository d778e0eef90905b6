package org.shiftscope.compute.kind.sweep;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.StepTimes;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * The temperature sweep.
 *
 * @param spec the experiment
 */
public record SweepKind(TemperatureSweep spec) implements Kind {

  private static final String LINE = "line";

  /** Losses that take as long as a gradient. */
  private static final double LOSSES = 3;

  /** A gradient and a Hessian-vector product of each loss, in gradients. */
  private static final double CURVATURES = 4;

  @Override
  public TrialResult run(TrialContext context) {
    return new SweepTrial(spec, costs(context.trial()), context).run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    double samples = spec.dataset().trainSamples() + spec.dataset().testSamples();
    double spectrum = spec.curvature().map(CurvatureSpec::expectedGradients).orElse(0.0);
    return List.of(
        TrainNetwork.cost(spec.training(), trial),
        new StageCost("train point", spec.training().trainPointCost(spec.refinement())),
        new StageCost("test point", spec.training().testPointCost(spec.refinement())),
        new StageCost(LINE, spec.line().points() * samples / LOSSES),
        new StageCost("spectrum", spectrum * samples),
        new StageCost("curvature", CURVATURES * samples));
  }

  @Override
  public double epochs(int trial) {
    return spec.training().epochs(trial);
  }

  /** With the bases of Lanczos and Hutch++. */
  @Override
  public TrialMemory memory() {
    TrialMemory plain = TrainingMemory.of(spec.training(), spec.refinement().vectors());
    return spec.curvature().map(curvature -> plain.with(bases(curvature))).orElse(plain);
  }

  private TrialMemory.Part bases(CurvatureSpec curvature) {
    int steps = curvature.mostHessianSteps();
    int subspace = curvature.probes() / 3;
    return TrainingMemory.vectors(
        spec.training(),
        Math.max(steps, subspace),
        steps >= subspace ? "curvature.eigenvalues" : "curvature.probes",
        "fewer eigenvalues and probes, or a smaller network");
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    StepTimes times = StepTimes.measure(spec.training(), folder, nanoTime);
    return times.timing(this::costs, Map.of(LINE, LOSSES * times.lossSample()));
  }

  @Override
  public SweepFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindSweep.of(spec, results, include);
  }

  @Override
  public List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec.training(), point);
  }
}
